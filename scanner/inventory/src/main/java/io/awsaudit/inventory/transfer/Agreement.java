package io.awsaudit.inventory.transfer;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * What a partner and an AS2 server have agreed on, read by {@code transfer:ListAgreements} but for its tags.
 *
 * @param server the server
 * @see <a href="https://docs.aws.amazon.com/transfer/latest/APIReference/API_ListedAgreement.html">ListedAgreement</a>
 */
@CloudFormationType("AWS::Transfer::Agreement")
public record Agreement(Identity identity, Arn server) implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, server));
    }
}
