package io.awsaudit.localstack.seed;

import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamPrincipalType;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudtrail.model.ReadWriteType;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.config.ConfigClient;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.sns.SnsClient;

/**
 * Trails, and what listens to them: log groups, metric filters, alarms, topics; AWS Config, Security Hub and GuardDuty.
 *
 * <p>moto counts no topic's subscriptions, and confirms every one at once. A topic with a pending one only cannot be had
 * there, nor a trail of an organization, nor a recorder whose deliveries fail.
 */
final class LoggingSeeds implements Seeds {
    private static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
             "Principal": {"Service": ["cloudtrail.amazonaws.com", "config.amazonaws.com"]}}]}""";
    private static final String NAMESPACE = "Trail";

    @Override
    public void insecure(EmulatedAccount account) {
        S3Client s3 = account.client(S3Client.builder());
        s3.createBucket(request -> request.bucket("insecure-trail-logs"));
        s3.deletePublicAccessBlock(request -> request.bucket("insecure-trail-logs"));
        s3.putBucketPolicy(request -> request.bucket("insecure-trail-logs").policy("""
                {"Version": "2012-10-17", "Statement": [{"Sid": "Open", "Effect": "Allow", "Principal": "*",
                 "Action": "s3:GetObject", "Resource": "arn:aws:s3:::insecure-trail-logs/*"}]}"""));
        CloudTrailClient cloudTrail = account.client(CloudTrailClient.builder());
        cloudTrail.createTrail(request -> request.name("insecure-one-region")
                .s3BucketName("insecure-trail-logs")
                .isMultiRegionTrail(false)
                .enableLogFileValidation(false));
        cloudTrail.startLogging(request -> request.name("insecure-one-region"));
        cloudTrail.createTrail(request -> request.name("insecure-stopped")
                .s3BucketName("insecure-trail-logs")
                .isMultiRegionTrail(true)
                .enableLogFileValidation(false));

        CloudWatchLogsClient logs = account.client(CloudWatchLogsClient.builder());
        logs.createLogGroup(request -> request.logGroupName("insecure-never-expires"));
        String orphan = "/aws/lambda/insecure-function-gone";
        logs.createLogGroup(request -> request.logGroupName(orphan));
        logs.createLogStream(request -> request.logGroupName(orphan).logStreamName("last"));
        logs.putLogEvents(request -> request.logGroupName(orphan)
                .logStreamName("last")
                .logEvents(
                        event -> event.timestamp(Instant.now().toEpochMilli()).message("bye")));
        SnsClient sns = account.client(SnsClient.builder());
        String topic =
                sns.createTopic(request -> request.name("insecure-public")).topicArn();
        sns.setTopicAttributes(
                request -> request.topicArn(topic).attributeName("Policy").attributeValue("""
                {"Version": "2012-10-17", "Statement": [{"Sid": "Open", "Effect": "Allow", "Principal": "*",
                 "Action": "SNS:Publish", "Resource": "%s"}]}""".formatted(topic)));
        CloudWatchClient cloudWatch = account.client(CloudWatchClient.builder());
        alarm(cloudWatch, "insecure-without-actions", true);
        alarm(cloudWatch, "insecure-actions-disabled", false, topic);

        // Security Hub is on in one region alone; the recorder of one region is stopped, that of another runs, others
        // have none.
        account.client(SecurityHubClient.builder(), Region.EU_WEST_1).enableSecurityHub(request -> {});
        recorder(account, account.client(ConfigClient.builder(), Region.EU_WEST_1), "insecure-trail-logs", false);
        ConfigClient config = account.client(ConfigClient.builder());
        recorder(account, config, "insecure-trail-logs", true);
        config.stopConfigurationRecorder(request -> request.configurationRecorderName("default"));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        S3Seeds.hardenedBucket(account, "hardened-trail-logs", cloudTrailMayWrite("hardened-trail-logs", account.id()));
        CloudWatchLogsClient logs = account.client(CloudWatchLogsClient.builder());
        logs.createLogGroup(request -> request.logGroupName("hardened-trail").kmsKeyId(KmsSeeds.hardenedKey(account)));
        logs.putRetentionPolicy(
                request -> request.logGroupName("hardened-trail").retentionInDays(365));
        String group = "arn:aws:logs:%s:%s:log-group:hardened-trail:*".formatted(EmulatedAccount.HOME, account.id());

        CloudTrailClient cloudTrail = account.client(CloudTrailClient.builder());
        cloudTrail.createTrail(request -> request.name("hardened-trail")
                .s3BucketName("hardened-trail-logs")
                .isMultiRegionTrail(true)
                .includeGlobalServiceEvents(true)
                .enableLogFileValidation(true)
                .kmsKeyId(KmsSeeds.hardenedKey(account))
                .cloudWatchLogsLogGroupArn(group)
                .cloudWatchLogsRoleArn(role(account)));
        cloudTrail.putEventSelectors(request -> request.trailName("hardened-trail")
                .eventSelectors(selector -> selector.readWriteType(ReadWriteType.ALL)
                        .includeManagementEvents(true)
                        .dataResources(
                                objects -> objects.type("AWS::S3::Object").values("arn:aws:s3"))));
        cloudTrail.startLogging(request -> request.name("hardened-trail"));

        SnsClient sns = account.client(SnsClient.builder());
        String topic =
                sns.createTopic(request -> request.name("hardened-security")).topicArn();
        sns.setTopicAttributes(request ->
                request.topicArn(topic).attributeName("KmsMasterKeyId").attributeValue(KmsSeeds.hardenedKey(account)));
        sns.subscribe(request -> request.topicArn(topic).protocol("email").endpoint("security@example.com"));
        logs.putMetricFilter(request -> request.logGroupName("hardened-trail")
                .filterName("hardened-everything")
                .filterPattern("{ $.eventVersion = * }")
                .metricTransformations(metric ->
                        metric.metricNamespace(NAMESPACE).metricName("Events").metricValue("1")));
        alarm(account.client(CloudWatchClient.builder()), "hardened-events", true, topic);

        for (Region region : account.regions()) {
            recorder(
                    account,
                    account.client(ConfigClient.builder(), region),
                    "hardened-trail-logs",
                    region.equals(EmulatedAccount.HOME));
            account.client(SecurityHubClient.builder(), region).enableSecurityHub(request -> {});
            account.client(GuardDutyClient.builder(), region)
                    .createDetector(request -> request.enable(true)
                            .features(GuardSeeds.everyPlan())
                            .tags(Map.of("Owner", "platform")));
        }
    }

    private static void alarm(CloudWatchClient cloudWatch, String name, boolean actionsEnabled, String... actions) {
        cloudWatch.putMetricAlarm(request -> request.alarmName(name)
                .namespace(NAMESPACE)
                .metricName("Events")
                .statistic(Statistic.SUM)
                .period(300)
                .evaluationPeriods(1)
                .threshold(1.0)
                .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .actionsEnabled(actionsEnabled)
                .alarmActions(actions));
    }

    private static void recorder(EmulatedAccount account, ConfigClient config, String bucket, boolean globalTypes) {
        config.putConfigurationRecorder(request -> request.configurationRecorder(recorder -> recorder.name("default")
                .roleARN("arn:aws:iam::%s:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
                        .formatted(account.id()))
                .recordingGroup(group -> group.allSupported(true).includeGlobalResourceTypes(globalTypes))));
        config.putDeliveryChannel(request ->
                request.deliveryChannel(channel -> channel.name("default").s3BucketName(bucket)));
        config.startConfigurationRecorder(request -> request.configurationRecorderName("default"));
    }

    private static String role(EmulatedAccount account) {
        return account.client(IamClient.builder())
                .createRole(
                        request -> request.roleName("hardened-trail-to-logs").assumeRolePolicyDocument(TRUST))
                .role()
                .arn();
    }

    private static IamStatement cloudTrailMayWrite(String bucket, String owner) {
        return IamStatement.builder()
                .sid("AllowTrail")
                .effect(IamEffect.ALLOW)
                .addPrincipal(IamPrincipal.create(IamPrincipalType.SERVICE, "cloudtrail.amazonaws.com"))
                .addAction("s3:PutObject")
                .addResource("arn:aws:s3:::%s/*".formatted(bucket))
                .addCondition(condition -> condition
                        .operator(IamConditionOperator.STRING_EQUALS)
                        .key("aws:SourceAccount")
                        .value(owner))
                .build();
    }
}
