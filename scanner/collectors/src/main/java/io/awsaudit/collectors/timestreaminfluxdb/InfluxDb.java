package io.awsaudit.collectors.timestreaminfluxdb;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.timestreaminfluxdb.TimestreamInfluxDbClient;
import software.amazon.awssdk.services.timestreaminfluxdb.model.LogDeliveryConfiguration;
import software.amazon.awssdk.services.timestreaminfluxdb.model.S3Configuration;

/** What the collectors of Timestream for InfluxDB have in common. */
final class InfluxDb {
    static final AwsService<TimestreamInfluxDbClient> INFLUX_DB =
            AwsService.of("timestream-influxdb", TimestreamInfluxDbClient::builder);

    /** As many as a page may have. */
    static final int PAGE = 100;

    static final String LIST_TAGS = "timestream-influxdb:ListTagsForResource";

    private InfluxDb() {}

    static Map<String, String> tags(Arn arn, Reads reads) {
        return reads.client(INFLUX_DB)
                .listTagsForResource(request -> request.resourceArn(arn.value()))
                .tags();
    }

    /** {@return where logs are delivered to; empty where they are not} */
    static Optional<String> logBucket(@Nullable LogDeliveryConfiguration delivery) {
        return Optional.ofNullable(delivery)
                .map(LogDeliveryConfiguration::s3Configuration)
                .filter(bucket -> Boolean.TRUE.equals(bucket.enabled()))
                .map(S3Configuration::bucketName);
    }

    static List<Arn> subnets(List<String> ids, Reads reads) {
        return ids.stream()
                .sorted()
                .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                .toList();
    }

    static List<Arn> securityGroups(List<String> ids, Reads reads) {
        return ids.stream()
                .sorted()
                .map(group -> reads.arn("ec2", "security-group/" + group))
                .toList();
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
