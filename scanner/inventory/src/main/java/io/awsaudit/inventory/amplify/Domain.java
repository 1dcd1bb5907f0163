package io.awsaudit.inventory.amplify;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A domain that an app answers at, read whole by {@code amplify:ListDomainAssociations}.
 *
 * @param app the app
 * @param status such as {@code AVAILABLE}, {@code PENDING_VERIFICATION} or {@code FAILED}
 * @param statusReason why it is so
 * @see <a href="https://docs.aws.amazon.com/amplify/latest/APIReference/API_DomainAssociation.html">DomainAssociation</a>
 */
@CloudFormationType("AWS::Amplify::Domain")
public record Domain(Identity identity, Arn app, String status, Optional<String> statusReason) implements Resource {
    private static final String FAILED = "FAILED";

    /** {@return whether the app does not answer there, and never will by itself} */
    public boolean isFailed() {
        return status.equals(FAILED);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.ROUTES_TO, app));
    }
}
