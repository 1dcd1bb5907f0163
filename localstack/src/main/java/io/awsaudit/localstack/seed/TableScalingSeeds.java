package io.awsaudit.localstack.seed;

import java.util.List;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables whose capacity is paid for by the hour, used or not. */
final class TableScalingSeeds implements Seeds {
    private static final List<ScalableDimension> DIMENSIONS = List.of(
            ScalableDimension.DYNAMODB_TABLE_READ_CAPACITY_UNITS,
            ScalableDimension.DYNAMODB_TABLE_WRITE_CAPACITY_UNITS);

    @Override
    public void insecure(EmulatedAccount account) {
        table(account, "insecure-fixed-capacity");
        table(account, "insecure-reads-alone-scale");
        scale(account, "insecure-reads-alone-scale", DIMENSIONS.get(0));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        table(account, "hardened-scaling-table");
        DIMENSIONS.forEach(dimension -> scale(account, "hardened-scaling-table", dimension));
        String key = KmsSeeds.hardenedKey(account);
        account.client(DynamoDbClient.builder())
                .updateTable(request -> request.tableName("hardened-scaling-table")
                        .sseSpecification(encryption ->
                                encryption.enabled(true).sseType(SSEType.KMS).kmsMasterKeyId(key)));
    }

    private static void table(EmulatedAccount account, String name) {
        DynamoDbClient dynamoDb = account.client(DynamoDbClient.builder());
        dynamoDb.createTable(request -> request.tableName(name)
                .attributeDefinitions(attribute -> attribute.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(part -> part.attributeName("id").keyType(KeyType.HASH))
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(
                        capacity -> capacity.readCapacityUnits(5L).writeCapacityUnits(5L))
                .deletionProtectionEnabled(true)
                .tags(tag -> tag.key("Owner").value("data")));
        dynamoDb.updateContinuousBackups(request -> request.tableName(name)
                .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true)));
    }

    private static void scale(EmulatedAccount account, String table, ScalableDimension dimension) {
        ApplicationAutoScalingClient client = account.client(ApplicationAutoScalingClient.builder());
        client.registerScalableTarget(request -> request.serviceNamespace(ServiceNamespace.DYNAMODB)
                .resourceId("table/" + table)
                .scalableDimension(dimension)
                .minCapacity(5)
                .maxCapacity(50));
        client.putScalingPolicy(request -> request.policyName(table)
                .policyType(PolicyType.TARGET_TRACKING_SCALING)
                .serviceNamespace(ServiceNamespace.DYNAMODB)
                .resourceId("table/" + table)
                .scalableDimension(dimension)
                .targetTrackingScalingPolicyConfiguration(tracking -> tracking.targetValue(70.0)
                        .predefinedMetricSpecification(metric -> metric.predefinedMetricType(
                                dimension == DIMENSIONS.get(0)
                                        ? MetricType.DYNAMO_DB_READ_CAPACITY_UTILIZATION
                                        : MetricType.DYNAMO_DB_WRITE_CAPACITY_UTILIZATION))));
    }
}
