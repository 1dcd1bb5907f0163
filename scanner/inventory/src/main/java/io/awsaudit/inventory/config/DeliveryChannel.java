package io.awsaudit.inventory.config;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where AWS Config delivers what it records in a region.
 *
 * @param identity its ARN is ours: {@code arn:aws:config:region:account:delivery-channel/name}
 * @see <a href="https://docs.aws.amazon.com/config/latest/APIReference/API_DeliveryChannel.html">DeliveryChannel</a>
 */
@CloudFormationType("AWS::Config::DeliveryChannel")
public record DeliveryChannel(Identity identity, Optional<Arn> bucket, Optional<Arn> kmsKey, Optional<Arn> snsTopic)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        bucket.stream().map(arn -> new Edge(arn(), Relation.DELIVERS_TO, arn)),
                        kmsKey.stream().map(arn -> new Edge(arn(), Relation.ENCRYPTED_BY, arn)),
                        snsTopic.stream().map(arn -> new Edge(arn(), Relation.NOTIFIES, arn)))
                .flatMap(edges -> edges);
    }
}
