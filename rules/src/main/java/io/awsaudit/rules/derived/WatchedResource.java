package io.awsaudit.rules.derived;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.cloudwatch.Alarm;
import io.awsaudit.inventory.cloudwatch.Metric;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * That some alarm watches a metric of a resource.
 *
 * @param metric its name, such as {@code FreeStorageSpace}
 */
public record WatchedResource(Arn resource, String metric) {
    /** How the metrics of a service name what they are of. */
    private record Naming(String dimension, String service, String prefix) {}

    private static final Naming BALANCER = new Naming("LoadBalancer", "elasticloadbalancing", "loadbalancer/");

    private static final Map<String, Naming> NAMINGS = Map.of(
            "AWS/ApplicationELB", BALANCER,
            "AWS/EC2", new Naming("InstanceId", "ec2", "instance/"),
            "AWS/ES", new Naming("DomainName", "es", "domain/"),
            "AWS/GatewayELB", BALANCER,
            "AWS/Lambda", new Naming("FunctionName", "lambda", "function:"),
            "AWS/NetworkELB", BALANCER,
            "AWS/RDS", new Naming("DBInstanceIdentifier", "rds", "db:"),
            "AWS/SQS", new Naming("QueueName", "sqs", ""));

    /** {@return what an alarm watches} */
    public static List<WatchedResource> by(Alarm alarm) {
        return alarm.metrics().stream()
                .flatMap(metric -> watched(alarm, metric).stream())
                .distinct()
                .toList();
    }

    private static Optional<WatchedResource> watched(Alarm alarm, Metric metric) {
        return Optional.ofNullable(NAMINGS.get(metric.namespace()))
                .flatMap(naming -> Optional.ofNullable(metric.dimensions().get(naming.dimension()))
                        .map(name -> "arn:" + alarm.arn().partition() + ":" + naming.service() + ":" + alarm.region()
                                + ":" + alarm.account() + ":" + naming.prefix() + name))
                .map(arn -> new WatchedResource(new Arn(arn), metric.name()));
    }
}
