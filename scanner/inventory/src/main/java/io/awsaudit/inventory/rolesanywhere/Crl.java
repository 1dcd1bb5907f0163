package io.awsaudit.inventory.rolesanywhere;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * A list of the certificates that an authority has revoked, as somebody imported it, read by {@code rolesanywhere:ListCrls} but
 * for its tags.
 *
 * @param enabled whether certificates are looked up in it
 * @param trustAnchor whose certificates it is about
 * @see <a href="https://docs.aws.amazon.com/rolesanywhere/latest/APIReference/API_CrlDetail.html">CrlDetail</a>
 */
@CloudFormationType("AWS::RolesAnywhere::CRL")
public record Crl(Identity identity, boolean enabled, Arn trustAnchor) implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(trustAnchor, Relation.CONFIGURED_BY, arn()));
    }
}
