package io.awsaudit.benchmarks;

import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.seed.Steps;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudtrail.CloudTrailClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.InstanceType;
import software.amazon.awssdk.services.ec2.model.ResourceType;
import software.amazon.awssdk.services.ecr.EcrClient;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.Runtime;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * The estate of a company: 6,500 resources of 13 services in all regions, most of them as they are when nobody gave them a
 * thought. What is the n-th of its kind is in the n-th region, round after round.
 */
final class SeededEstate {
    private static final int INSTANCES = 600;
    private static final int VOLUMES = 700;
    private static final int GROUPS = 600;
    private static final int BUCKETS = 600;
    private static final int USERS = 500;
    private static final int ROLES = 500;
    private static final int POLICIES = 200;
    private static final int FUNCTIONS = 350;
    private static final int DATABASES = 150;
    private static final int TABLES = 300;
    private static final int KEYS = 150;
    private static final int TOPICS = 350;
    private static final int QUEUES = 400;
    private static final int TRAILS = 17;
    private static final int LOG_GROUPS = 483;
    private static final int ALARMS = 300;
    private static final int CLUSTERS = 34;
    private static final int TASK_DEFINITIONS = 100;
    private static final int REPOSITORIES = 166;

    /** Every so many of a kind is looked after better, and every so many is open to everybody. */
    private static final int EACH = 5;

    private static final int THREADS = 8;
    private static final String TRUST = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
            "Principal": {"Service": "lambda.amazonaws.com"}}]}""";
    private static final String GRANT = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": ["s3:Get*", "s3:List*"],
            "Resource": "arn:aws:s3:::estate-bucket-%04d/*"}]}""";
    private static final String EVERYBODY = """
            {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "%s", "Resource": "%s"}]}""";

    private final AwsEmulator emulator;
    private final List<Region> regions;
    private final String role;
    private final byte[] code = code();

    private SeededEstate(AwsEmulator emulator) {
        this.emulator = emulator;
        Ec2Client ec2 = emulator.client(Ec2Client.builder(), Region.US_EAST_1);
        this.regions = ec2.describeRegions().regions().stream()
                .filter(region -> !"not-opted-in".equals(region.optInStatus()))
                .map(region -> Region.of(region.regionName()))
                .filter(region -> PartitionMetadata.of(region).equals(PartitionMetadata.of(Region.US_EAST_1)))
                .sorted((one, other) -> one.id().compareTo(other.id()))
                .toList();
        this.role = iam().createRole(
                        request -> request.roleName("estate-runner").assumeRolePolicyDocument(TRUST))
                .role()
                .arn();
    }

    /** Makes all of it, several things at a time. */
    static void seed(AwsEmulator emulator) {
        SeededEstate estate = new SeededEstate(emulator);
        new Steps(THREADS)
                .add(INSTANCES, estate::instance)
                .add(VOLUMES, estate::volume)
                .add(GROUPS, estate::group)
                .add(BUCKETS, estate::bucket)
                .add(USERS, estate::user)
                .add(ROLES, estate::role)
                .add(POLICIES, estate::policy)
                .add(FUNCTIONS, estate::function)
                .add(DATABASES, estate::database)
                .add(TABLES, estate::table)
                .add(KEYS, estate::key)
                .add(TOPICS, estate::topic)
                .add(QUEUES, estate::queue)
                .add(LOG_GROUPS, estate::logGroup)
                .add(ALARMS, estate::alarm)
                .add(CLUSTERS, estate::cluster)
                .add(TASK_DEFINITIONS, estate::taskDefinition)
                .add(REPOSITORIES, estate::repository)
                .run();
        new Steps(THREADS).add(TRAILS, estate::trail).run(); // which need their buckets
    }

    private static String name(String kind, int number) {
        return "estate-%s-%04d".formatted(kind, number);
    }

    private static boolean isSpecial(int number) {
        return number % EACH == 0;
    }

    private Region region(int number) {
        return regions.get(number % regions.size());
    }

    private void instance(int number) {
        emulator.client(Ec2Client.builder(), region(number))
                .runInstances(request -> request.imageId("ami-12345678")
                        .instanceType(InstanceType.T3_MICRO)
                        .minCount(1)
                        .maxCount(1)
                        .tagSpecifications(tags -> tags.resourceType(ResourceType.INSTANCE)
                                .tags(tag -> tag.key("Name").value(name("instance", number)))));
    }

    private void volume(int number) {
        emulator.client(Ec2Client.builder(), region(number))
                .createVolume(request -> request.availabilityZone(region(number).id() + "a")
                        .size(8)
                        .encrypted(isSpecial(number))
                        .tagSpecifications(tags -> tags.resourceType(ResourceType.VOLUME)
                                .tags(tag -> tag.key("Name").value(name("volume", number)))));
    }

    private void group(int number) {
        Ec2Client ec2 = emulator.client(Ec2Client.builder(), region(number));
        String id = ec2.createSecurityGroup(
                        request -> request.groupName(name("group", number)).description("made for " + number))
                .groupId();
        ec2.authorizeSecurityGroupIngress(request -> request.groupId(id)
                .ipPermissions(permission -> permission
                        .ipProtocol("tcp")
                        .fromPort(isSpecial(number) ? 22 : 443)
                        .toPort(isSpecial(number) ? 22 : 443)
                        .ipRanges(range -> range.cidrIp(isSpecial(number) ? "0.0.0.0/0" : "10.0.0.0/8"))));
    }

    private void bucket(int number) {
        String name = name("bucket", number);
        S3Client s3 = emulator.client(S3Client.builder(), region(number));
        s3.createBucket(request -> {
            request.bucket(name);
            if (!region(number).equals(Region.US_EAST_1)) {
                request.createBucketConfiguration(
                        location -> location.locationConstraint(region(number).id()));
            }
        });
        if (number % EACH == 1) {
            s3.putBucketPolicy(request ->
                    request.bucket(name).policy(EVERYBODY.formatted("s3:GetObject", "arn:aws:s3:::" + name + "/*")));
        }
        if (isSpecial(number)) {
            s3.putBucketVersioning(request ->
                    request.bucket(name).versioningConfiguration(to -> to.status(BucketVersioningStatus.ENABLED)));
        }
    }

    private void user(int number) {
        String name = name("user", number);
        iam().createUser(request -> request.userName(name));
        iam().createAccessKey(request -> request.userName(name));
        if (isSpecial(number)) {
            iam().putUserPolicy(request ->
                    request.userName(name).policyName("own").policyDocument(GRANT.formatted(number)));
        }
    }

    private void role(int number) {
        String name = name("role", number);
        iam().createRole(request -> request.roleName(name).assumeRolePolicyDocument(TRUST));
        iam().putRolePolicy(
                        request -> request.roleName(name).policyName("own").policyDocument(GRANT.formatted(number)));
    }

    private void policy(int number) {
        iam().createPolicy(
                        request -> request.policyName(name("policy", number)).policyDocument(GRANT.formatted(number)));
    }

    private IamClient iam() {
        return emulator.client(IamClient.builder(), Region.US_EAST_1);
    }

    private void function(int number) {
        emulator.client(LambdaClient.builder(), region(number))
                .createFunction(request -> request.functionName(name("function", number))
                        .role(role)
                        .runtime(isSpecial(number) ? Runtime.PYTHON3_8 : Runtime.PYTHON3_13)
                        .handler("handler.handle")
                        .environment(environment -> environment.variables(Map.of("STAGE", "production")))
                        .code(zip -> zip.zipFile(SdkBytes.fromByteArray(code))));
    }

    private void database(int number) {
        emulator.client(RdsClient.builder(), region(number))
                .createDBInstance(request -> request.dbInstanceIdentifier(name("database", number))
                        .engine("postgres")
                        .engineVersion("17.6")
                        .dbInstanceClass("db.t3.medium")
                        .allocatedStorage(20)
                        .masterUsername("postgres")
                        .masterUserPassword("not-a-secret")
                        .publiclyAccessible(number % EACH == 1)
                        .storageEncrypted(isSpecial(number)));
    }

    private void table(int number) {
        emulator.client(DynamoDbClient.builder(), region(number))
                .createTable(request -> request.tableName(name("table", number))
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                attribute -> attribute.attributeName("id").attributeType(ScalarAttributeType.S))
                        .keySchema(key -> key.attributeName("id").keyType(KeyType.HASH)));
    }

    private void key(int number) {
        emulator.client(KmsClient.builder(), region(number))
                .createKey(request -> request.description(name("key", number)));
    }

    private void topic(int number) {
        emulator.client(SnsClient.builder(), region(number))
                .createTopic(request -> request.name(name("topic", number)));
    }

    private void queue(int number) {
        emulator.client(SqsClient.builder(), region(number))
                .createQueue(request -> request.queueName(name("queue", number))
                        .attributes(
                                number % EACH == 1
                                        ? Map.of(QueueAttributeName.POLICY, EVERYBODY.formatted("sqs:SendMessage", "*"))
                                        : Map.of()));
    }

    private void trail(int number) {
        emulator.client(CloudTrailClient.builder(), region(number))
                .createTrail(request -> request.name(name("trail", number)).s3BucketName(name("bucket", number)));
    }

    private void logGroup(int number) {
        emulator.client(CloudWatchLogsClient.builder(), region(number))
                .createLogGroup(request -> request.logGroupName(name("logs", number)));
    }

    private void alarm(int number) {
        emulator.client(CloudWatchClient.builder(), region(number))
                .putMetricAlarm(request -> request.alarmName(name("alarm", number))
                        .namespace("estate")
                        .metricName("errors")
                        .statistic(Statistic.SUM)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD)
                        .threshold(1.0)
                        .period(60)
                        .evaluationPeriods(1));
    }

    private void cluster(int number) {
        emulator.client(EcsClient.builder(), region(number))
                .createCluster(request -> request.clusterName(name("cluster", number)));
    }

    private void taskDefinition(int number) {
        emulator.client(EcsClient.builder(), region(number))
                .registerTaskDefinition(request -> request.family(name("task", number))
                        .containerDefinitions(container ->
                                container.name("app").image("estate/app:1").memory(128)));
    }

    private void repository(int number) {
        emulator.client(EcrClient.builder(), region(number))
                .createRepository(request -> request.repositoryName(name("repository", number)));
    }

    private static byte[] code() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("handler.py"));
            zip.write("def handle(event, context): pass\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
