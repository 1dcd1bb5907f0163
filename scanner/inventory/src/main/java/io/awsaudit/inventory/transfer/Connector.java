package io.awsaudit.inventory.transfer;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * A connector, by which files go to and come from servers of partners. {@code transfer:ListConnectors} tells that it is
 * there, and {@code transfer:DescribeConnector} its settings and tags.
 *
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/APIReference/API_DescribedConnector.html">DescribedConnector</a>
 */
@CloudFormationType("AWS::Transfer::Connector")
public record Connector(Identity identity, Observed<ConnectorDescription> description) implements Resource {
    @Override
    public Stream<Edge> edges() {
        return description.asOptional().stream()
                .flatMap(known -> known.loggingRole().stream())
                .map(role -> new Edge(arn(), Relation.RUNS_AS, role));
    }
}
