package io.awsaudit.collectors.databasemigration;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.databasemigration.Endpoint;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DescribeEndpointsResponse;
import software.amazon.awssdk.services.databasemigration.model.KafkaSettings;
import software.amazon.awssdk.services.databasemigration.model.MongoDbSettings;
import software.amazon.awssdk.services.databasemigration.model.RedisSettings;

/** Reads the endpoints of a region, and nothing of what they connect with. */
final class EndpointCollector implements Collector<Endpoint> {
    private static final Operation DESCRIBE = Dms.listing("DescribeEndpoints");
    private static final Detail TAGS = Dms.tags(Endpoint.class);

    @Override
    public Set<Class<? extends Endpoint>> yields() {
        return Set.of(Endpoint.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Endpoint> collect(Reads reads) {
        DatabaseMigrationClient dms = reads.client(Dms.CLIENT);
        Stream<software.amazon.awssdk.services.databasemigration.model.Endpoint> listed = reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> dms.describeEndpoints(
                                        request -> request.maxRecords(Dms.PAGE).marker(token)),
                                DescribeEndpointsResponse::endpoints,
                                DescribeEndpointsResponse::marker))
                .filter(endpoint -> !Dms.DELETING.equals(endpoint.status()));
        return reads.each(
                Endpoint.class, listed, endpoint -> new Arn(endpoint.endpointArn()), endpoint -> read(endpoint, reads));
    }

    private static Endpoint read(
            software.amazon.awssdk.services.databasemigration.model.Endpoint endpoint, Reads reads) {
        return new Endpoint(
                Dms.identity(new Arn(endpoint.endpointArn()), endpoint.endpointIdentifier(), TAGS, reads),
                Dms.orEmpty(endpoint.endpointTypeAsString()).toLowerCase(Locale.ROOT),
                Answers.sent(endpoint.engineName(), "EngineName").toLowerCase(Locale.ROOT),
                Dms.orEmpty(endpoint.status()),
                // Left out where there is none to choose.
                endpoint.sslModeAsString() == null ? "none" : endpoint.sslModeAsString(),
                Optional.ofNullable(endpoint.mongoDbSettings()).map(MongoDbSettings::authTypeAsString),
                endpoint.neptuneSettings() != null
                        && Boolean.TRUE.equals(endpoint.neptuneSettings().iamAuthEnabled()),
                Optional.ofNullable(endpoint.redisSettings()).map(RedisSettings::sslSecurityProtocolAsString),
                Optional.ofNullable(endpoint.kafkaSettings()).map(KafkaSettings::securityProtocolAsString));
    }
}
