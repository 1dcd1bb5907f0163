package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.VPCRegion;

/** Hosted zones. */
final class Route53Seeds implements Seeds {
    private static final String LOG_GROUP = "/aws/route53/hardened.example.com";

    @Override
    public void insecure(EmulatedAccount account) {
        account.client(Route53Client.builder())
                .createHostedZone(request ->
                        request.name("insecure-not-logged.example.com").callerReference("insecure-not-logged"));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        CloudWatchLogsClient logs = account.client(CloudWatchLogsClient.builder());
        logs.createLogGroup(request -> request.logGroupName(LOG_GROUP).kmsKeyId(KmsSeeds.hardenedKey(account)));
        logs.putRetentionPolicy(request -> request.logGroupName(LOG_GROUP).retentionInDays(365));

        Route53Client route53 = account.client(Route53Client.builder());
        String zone = route53.createHostedZone(
                        request -> request.name("hardened.example.com").callerReference("hardened"))
                .hostedZone()
                .id()
                .replace("/hostedzone/", "");
        route53.createQueryLoggingConfig(request -> request.hostedZoneId(zone)
                .cloudWatchLogsLogGroupArn(
                        "arn:aws:logs:%s:%s:log-group:%s:*".formatted(EmulatedAccount.HOME, account.id(), LOG_GROUP)));
        String vpc = account.client(Ec2Client.builder())
                .describeSubnets(request ->
                        request.subnetIds(VpcSeeds.hardenedSubnets(account).get(0)))
                .subnets()
                .get(0)
                .vpcId();
        record(route53, zone, "www.hardened.example.com");
        String internal = route53.createHostedZone(request -> request.name("hardened.internal")
                        .callerReference("hardened-private")
                        .hostedZoneConfig(config -> config.privateZone(true))
                        .vpc(place -> place.vpcId(vpc).vpcRegion(VPCRegion.US_EAST_1)))
                .hostedZone()
                .id()
                .replace("/hostedzone/", "");
        record(route53, internal, "www.hardened.internal");
    }

    private static void record(Route53Client route53, String zone, String name) {
        route53.changeResourceRecordSets(request -> request.hostedZoneId(zone)
                .changeBatch(batch -> batch.changes(change -> change.action(ChangeAction.CREATE)
                        .resourceRecordSet(record -> record.name(name)
                                .type(RRType.A)
                                .ttl(300L)
                                .resourceRecords(value -> value.value("10.0.1.1"))))));
    }
}
