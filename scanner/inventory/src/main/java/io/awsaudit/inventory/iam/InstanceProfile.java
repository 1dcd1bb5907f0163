package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * What gives a role to EC2 instances, read by {@code iam:ListInstanceProfiles}.
 *
 * @param roles at most one
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_InstanceProfile.html">InstanceProfile</a>
 */
@CloudFormationType("AWS::IAM::InstanceProfile")
public record InstanceProfile(Identity identity, String path, List<Arn> roles) implements Resource {
    public InstanceProfile {
        roles = List.copyOf(roles);
    }

    @Override
    public Stream<Edge> edges() {
        return roles.stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role));
    }
}
