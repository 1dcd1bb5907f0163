package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;

/** Alarms on what other seeds made; in the insecure account nothing is watched. moto's alarms are of today, and always have data. */
final class WatchingSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        // nobody made an alarm
    }

    @Override
    public void hardened(EmulatedAccount account) {
        account.client(Ec2Client.builder()).describeInstances().reservations().stream()
                .flatMap(reservation -> reservation.instances().stream())
                .forEach(instance ->
                        alarm(account, "AWS/EC2", "StatusCheckFailed", "InstanceId", instance.instanceId()));
        account.client(ElasticLoadBalancingV2Client.builder()).describeLoadBalancers().loadBalancers().stream()
                .map(balancer -> balancer.loadBalancerArn().replaceFirst(".*:loadbalancer/", ""))
                .forEach(balancer -> alarm(
                        account,
                        balancer.startsWith("app/")
                                ? "AWS/ApplicationELB"
                                : balancer.startsWith("net/") ? "AWS/NetworkELB" : "AWS/GatewayELB",
                        "UnHealthyHostCount",
                        "LoadBalancer",
                        balancer));
        alarm(account, "AWS/ES", "ClusterStatus.red", "DomainName", "hardened-domain");
        alarm(account, "AWS/RDS", "FreeStorageSpace", "DBInstanceIdentifier", "hardened-database");
        alarm(account, "AWS/SQS", "ApproximateNumberOfMessagesVisible", "QueueName", "hardened-dead-letters");
        alarm(account, "AWS/Lambda", "Errors", "FunctionName", "hardened-function");
    }

    private static void alarm(
            EmulatedAccount account, String namespace, String metric, String dimension, String resource) {
        account.client(CloudWatchClient.builder())
                .putMetricAlarm(request -> request.alarmName("hardened-" + metric + " of " + resource)
                        .namespace(namespace)
                        .metricName(metric)
                        .dimensions(of -> of.name(dimension).value(resource))
                        .statistic(Statistic.MAXIMUM)
                        .period(300)
                        .evaluationPeriods(1)
                        .threshold(1.0)
                        .comparisonOperator(
                                metric.equals("FreeStorageSpace")
                                        ? ComparisonOperator.LESS_THAN_THRESHOLD
                                        : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                        .alarmActions("arn:aws:sns:%s:%s:hardened-security"
                                .formatted(EmulatedAccount.HOME.id(), account.id())));
    }
}
