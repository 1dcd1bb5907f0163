package io.awsaudit.localstack.seed;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.mq.MqClient;
import software.amazon.awssdk.services.mq.model.BrokerStorageType;
import software.amazon.awssdk.services.mq.model.CreateBrokerRequest;
import software.amazon.awssdk.services.mq.model.DeploymentMode;
import software.amazon.awssdk.services.mq.model.EngineType;

/** Message brokers. moto's are always running. */
final class MqSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        MqClient mq = account.client(MqClient.builder());
        broker(
                mq,
                "insecure-without-audit-log",
                broker -> broker.logs(logs -> logs.general(true).audit(false)));
        broker(
                mq,
                "insecure-without-general-log",
                broker -> broker.logs(logs -> logs.general(false).audit(true)));
        broker(mq, "insecure-public", broker -> broker.publiclyAccessible(true));
        broker(mq, "insecure-without-upgrades", broker -> broker.autoMinorVersionUpgrade(false));
        broker(mq, "insecure-old-version", broker -> broker.engineVersion("5.15.16"));
        broker(mq, "insecure-old-machine", broker -> broker.hostInstanceType("mq.m4.large"));
        broker(mq, "insecure-untagged", broker -> broker.tags(Map.of()));
        broker(
                mq,
                "insecure-alone-on-one-volume",
                broker -> broker.deploymentMode(DeploymentMode.SINGLE_INSTANCE).storageType(BrokerStorageType.EBS));
        broker(
                mq,
                "insecure-rabbit-alone",
                broker -> broker.engineType(EngineType.RABBITMQ)
                        .engineVersion("3.13")
                        .deploymentMode(DeploymentMode.SINGLE_INSTANCE)
                        .logs(logs -> logs.general(true)));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        MqClient mq = account.client(MqClient.builder());
        broker(mq, "hardened-broker", broker -> {});
        broker(
                mq,
                "hardened-rabbit",
                broker -> broker.engineType(EngineType.RABBITMQ)
                        .engineVersion("3.13")
                        .deploymentMode(DeploymentMode.CLUSTER_MULTI_AZ)
                        .logs(logs -> logs.general(true)));
    }

    /** Makes an ActiveMQ broker with nothing wrong with it but what is changed. */
    private static void broker(MqClient mq, String name, Consumer<CreateBrokerRequest.Builder> change) {
        mq.createBroker(request -> change.accept(request.brokerName(name)
                .engineType(EngineType.ACTIVEMQ)
                .engineVersion("5.18")
                .deploymentMode(DeploymentMode.ACTIVE_STANDBY_MULTI_AZ)
                .hostInstanceType("mq.m5.large")
                .storageType(BrokerStorageType.EFS)
                .publiclyAccessible(false)
                .autoMinorVersionUpgrade(true)
                .logs(logs -> logs.general(true).audit(true))
                .users(user -> user.username("application").password("not-a-real-one-1"))
                .tags(Map.of("Owner", "data"))));
    }
}
