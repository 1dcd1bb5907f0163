package io.awsaudit.inventory.rolesanywhere;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which roles certificates open, and how far, read by {@code rolesanywhere:ListProfiles} but for its tags.
 *
 * @param enabled whether it opens anything at present
 * @param roles those that it opens
 * @param durationSeconds for how long a session's credentials work
 * @param restricted whether a policy of the session, or policies of AWS, narrow what the roles may do
 * @see <a href="https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_ProfileDetail.html">ProfileDetail</a>
 */
@CloudFormationType("AWS::RolesAnywhere::Profile")
public record Profile(Identity identity, boolean enabled, List<Arn> roles, int durationSeconds, boolean restricted)
        implements Resource {
    public Profile {
        roles = List.copyOf(roles);
    }

    /** {@return whether credentials work for more than so many minutes} */
    public boolean lastsLongerThan(long minutes) {
        return durationSeconds > minutes * 60;
    }

    @Override
    public Stream<Edge> edges() {
        return roles.stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role));
    }
}
