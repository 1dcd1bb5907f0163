package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.MetricType;
import software.amazon.awssdk.services.applicationautoscaling.model.PolicyType;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableDimension;
import software.amazon.awssdk.services.applicationautoscaling.model.ServiceNamespace;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
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
        table(account, "insecure-fixed-capacity", request -> {});
        table(account, "insecure-reads-alone-scale", request -> {});
        scale(account, "insecure-reads-alone-scale", DIMENSIONS.get(0));
        ApplicationAutoScalingClient client = account.client(ApplicationAutoScalingClient.builder());
        client.registerScalableTarget(request -> request.serviceNamespace(ServiceNamespace.DYNAMODB)
                .resourceId("table/insecure-fixed-capacity")
                .scalableDimension(DIMENSIONS.get(0))
                .minCapacity(5)
                .maxCapacity(5));
        client.registerScalableTarget(request -> request.serviceNamespace(ServiceNamespace.DYNAMODB)
                .resourceId("table/insecure-fixed-capacity")
                .scalableDimension(DIMENSIONS.get(1))
                .minCapacity(5)
                .maxCapacity(50)
                .suspendedState(state -> state.dynamicScalingOutSuspended(true)));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        String key = KmsSeeds.hardenedKey(account);
        table(
                account,
                "hardened-scaling-table",
                request -> request.sseSpecification(encryption ->
                        encryption.enabled(true).sseType(SSEType.KMS).kmsMasterKeyId(key)));
        DIMENSIONS.forEach(dimension -> scale(account, "hardened-scaling-table", dimension));
    }

    private static void table(EmulatedAccount account, String name, Consumer<CreateTableRequest.Builder> settings) {
        DynamoDbClient dynamoDb = account.client(DynamoDbClient.builder());
        dynamoDb.createTable(request -> request.tableName(name)
                .attributeDefinitions(attribute -> attribute.attributeName("id").attributeType(ScalarAttributeType.S))
                .keySchema(part -> part.attributeName("id").keyType(KeyType.HASH))
                .billingMode(BillingMode.PROVISIONED)
                .provisionedThroughput(
                        capacity -> capacity.readCapacityUnits(5L).writeCapacityUnits(5L))
                .deletionProtectionEnabled(true)
                .tags(tag -> tag.key("Owner").value("data"))
                .applyMutation(settings));
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
