package io.awsaudit.inventory.mq;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.OpenValue;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What {@code mq:DescribeBroker} tells of a broker.
 *
 * @param engineVersion such as {@code 5.18} or {@code 3.11.28}
 * @param publiclyAccessible whether it has addresses on the internet
 * @param generalLogs whether what it does goes to CloudWatch Logs
 * @param auditLogs whether what users do to it goes to CloudWatch Logs; RabbitMQ has no such log
 * @param kmsKey the customer's key that encrypts it at rest; empty where one of Amazon MQ's own does
 * @param storageType where its messages lie
 * @see <a href="https://docs.aws.amazon.com/amazon-mq/latest/api-reference/brokers-broker-id.html">DescribeBrokerOutput</a>
 */
public record BrokerSettings(
        String engineVersion,
        boolean publiclyAccessible,
        boolean autoMinorVersionUpgrade,
        boolean generalLogs,
        boolean auditLogs,
        Optional<Arn> generalLogGroup,
        Optional<Arn> auditLogGroup,
        Optional<Arn> kmsKey,
        StorageType storageType,
        List<Arn> subnets,
        List<Arn> securityGroups) {
    /** Holds of brokers that have addresses on the internet. */
    public static final Predicate<BrokerSettings> PUBLIC = BrokerSettings::publiclyAccessible;
    /** Holds of brokers whose general log goes nowhere. */
    public static final Predicate<BrokerSettings> WITHOUT_GENERAL_LOGS = settings -> !settings.generalLogs();
    /** Holds of brokers whose audit log goes nowhere. */
    public static final Predicate<BrokerSettings> WITHOUT_AUDIT_LOGS = settings -> !settings.auditLogs();
    /** Holds of brokers that get no new minor versions by themselves. */
    public static final Predicate<BrokerSettings> WITHOUT_UPGRADES = settings -> !settings.autoMinorVersionUpgrade();
    /** Holds of brokers whose messages lie on a volume in one zone. */
    public static final Predicate<BrokerSettings> ON_ONE_VOLUME =
            settings -> settings.storageType().equals(StorageType.EBS);

    public BrokerSettings {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    /** Where messages lie. AWS has written it in several letter cases. */
    public record StorageType(String value) implements OpenValue {
        public static final StorageType EBS = new StorageType("EBS");
        public static final StorageType EFS = new StorageType("EFS");

        public StorageType {
            value = value.toUpperCase(java.util.Locale.ROOT);
        }
    }
}
