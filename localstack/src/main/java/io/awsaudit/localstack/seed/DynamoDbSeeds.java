package io.awsaudit.localstack.seed;

import java.util.function.Consumer;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.SSEType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables. */
final class DynamoDbSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        DynamoDbClient dynamoDb = account.client(DynamoDbClient.builder());
        table(dynamoDb, "insecure-unprotected", request -> request.deletionProtectionEnabled(false));
        String open = table(dynamoDb, "insecure-public-policy", request -> {});
        recovery(dynamoDb, "insecure-public-policy");
        dynamoDb.putResourcePolicy(request -> request.resourceArn(open).policy("""
                        {"Version": "2012-10-17", "Statement": [{"Sid": "Open", "Effect": "Allow", "Principal": {"AWS": "*"},
                        "Action": "dynamodb:GetItem", "Resource": "%s"}]}""".formatted(open)));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        DynamoDbClient dynamoDb = account.client(DynamoDbClient.builder());
        String key = KmsSeeds.hardenedKey(account);
        // moto knows of a key only what it is told when it makes a table.
        String table = table(
                dynamoDb,
                "hardened-table",
                request -> request.sseSpecification(encryption ->
                        encryption.enabled(true).sseType(SSEType.KMS).kmsMasterKeyId(key)));
        recovery(dynamoDb, "hardened-table");
        dynamoDb.tagResource(request ->
                request.resourceArn(table).tags(tag -> tag.key("Owner").value("data")));
    }

    private static String table(DynamoDbClient dynamoDb, String name, Consumer<CreateTableRequest.Builder> settings) {
        return dynamoDb.createTable(request -> request.tableName(name)
                        .attributeDefinitions(
                                attribute -> attribute.attributeName("id").attributeType(ScalarAttributeType.S))
                        .keySchema(part -> part.attributeName("id").keyType(KeyType.HASH))
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .deletionProtectionEnabled(true)
                        .applyMutation(settings))
                .tableDescription()
                .tableArn();
    }

    private static void recovery(DynamoDbClient dynamoDb, String table) {
        dynamoDb.updateContinuousBackups(request -> request.tableName(table)
                .pointInTimeRecoverySpecification(recovery -> recovery.pointInTimeRecoveryEnabled(true)));
    }
}
