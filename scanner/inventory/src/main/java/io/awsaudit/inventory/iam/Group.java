package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * An IAM group, read whole by {@code iam:GetAccountAuthorizationDetails}. It cannot carry tags. Its members are what
 * users state.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GroupDetail.html">GroupDetail</a>
 */
@CloudFormationType("AWS::IAM::Group")
public record Group(
        Identity identity,
        String path,
        Instant created,
        Observed<List<InlinePolicy>> inlinePolicies,
        List<Arn> attachedPolicies)
        implements Entity {
    public Group {
        attachedPolicies = List.copyOf(attachedPolicies);
    }

    @Override
    public Stream<Edge> edges() {
        return grants();
    }
}
