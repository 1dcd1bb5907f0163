package io.awsaudit.inventory.apprunner;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A web service that App Runner builds and runs. {@code apprunner:ListServices} tells that it is there, and {@code
 * apprunner:DescribeService} its settings; one that was deleted is none any more.
 *
 * @param status such as {@code RUNNING} or {@code PAUSED}
 * @see <a href="https://docs.aws.amazon.com/apprunner/latest/api/API_Service.html">Service</a>
 */
@CloudFormationType("AWS::AppRunner::Service")
public record Service(Identity identity, String status, Observed<ServiceDescription> description) implements Resource {
    private static final Set<String> BROKEN = Set.of("CREATE_FAILED", "DELETE_FAILED");

    /** {@return whether it could not be made, or not be deleted} */
    public boolean isBroken() {
        return BROKEN.contains(status);
    }

    @Override
    public Stream<Edge> edges() {
        return description.asOptional().stream()
                .flatMap(known -> Stream.of(
                                known.vpcConnector().stream()
                                        .map(connector -> new Edge(arn(), Relation.ROUTES_TO, connector)),
                                known.encryptionKey().stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                                known.role().stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role)))
                        .flatMap(edges -> edges));
    }
}
