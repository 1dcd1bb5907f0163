package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.AuthTypeValue;
import software.amazon.awssdk.services.databasemigration.model.CreateEndpointRequest;
import software.amazon.awssdk.services.databasemigration.model.DmsSslModeValue;
import software.amazon.awssdk.services.databasemigration.model.KafkaSecurityProtocol;
import software.amazon.awssdk.services.databasemigration.model.ReplicationEndpointTypeValue;
import software.amazon.awssdk.services.databasemigration.model.SslSecurityProtocolValue;
import software.amazon.awssdk.services.databasemigration.model.Tag;

/** Endpoints of DMS; moto writes the times of instances and tasks in a form that the SDK does not read. */
final class DmsSeeds implements Seeds {
    private static final List<Tag> OWNER =
            List.of(Tag.builder().key("Owner").value("data").build());

    @Override
    public void insecure(EmulatedAccount account) {
        endpoint(account, endpoint("insecure-plain", "mysql").sslMode(DmsSslModeValue.NONE));
        endpoint(
                account,
                endpoint("insecure-open-mongodb", "mongodb")
                        .sslMode(DmsSslModeValue.REQUIRE)
                        .mongoDbSettings(mongo -> mongo.authType(AuthTypeValue.NO)));
        endpoint(
                account,
                endpoint("insecure-unsigned-neptune", "neptune")
                        .neptuneSettings(neptune -> neptune.s3BucketName("insecure-neptune")
                                .s3BucketFolder("load")
                                .iamAuthEnabled(false)));
        endpoint(
                account,
                endpoint("insecure-plain-redis", "redis")
                        .redisSettings(redis -> redis.serverName("cache.example")
                                .port(6379)
                                .sslSecurityProtocol(SslSecurityProtocolValue.PLAINTEXT)));
        endpoint(
                account,
                endpoint("insecure-plain-kafka", "kafka")
                        .kafkaSettings(kafka ->
                                kafka.broker("broker.example:9092").securityProtocol(KafkaSecurityProtocol.PLAINTEXT)));
        endpoint(
                account,
                endpoint("insecure-untagged", "postgres")
                        .sslMode(DmsSslModeValue.VERIFY_FULL)
                        .tags(List.of()));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        endpoint(account, endpoint("hardened-postgres", "postgres").sslMode(DmsSslModeValue.VERIFY_FULL));
        endpoint(
                account,
                endpoint("hardened-mongodb", "mongodb")
                        .sslMode(DmsSslModeValue.VERIFY_FULL)
                        .mongoDbSettings(mongo -> mongo.authType(AuthTypeValue.PASSWORD)));
        endpoint(
                account,
                endpoint("hardened-neptune", "neptune")
                        .neptuneSettings(neptune -> neptune.s3BucketName("hardened-neptune")
                                .s3BucketFolder("load")
                                .iamAuthEnabled(true)));
        endpoint(
                account,
                endpoint("hardened-redis", "redis")
                        .redisSettings(redis -> redis.serverName("cache.example")
                                .port(6379)
                                .sslSecurityProtocol(SslSecurityProtocolValue.SSL_ENCRYPTION)));
        endpoint(
                account,
                endpoint("hardened-kafka", "kafka")
                        .kafkaSettings(kafka -> kafka.broker("broker.example:9094")
                                .securityProtocol(KafkaSecurityProtocol.SSL_ENCRYPTION)));
    }

    private static CreateEndpointRequest.Builder endpoint(String name, String engine) {
        return CreateEndpointRequest.builder()
                .endpointIdentifier(name)
                .endpointType(ReplicationEndpointTypeValue.TARGET)
                .engineName(engine)
                .tags(OWNER);
    }

    private static void endpoint(EmulatedAccount account, CreateEndpointRequest.Builder request) {
        account.client(DatabaseMigrationClient.builder()).createEndpoint(request.build());
    }
}
