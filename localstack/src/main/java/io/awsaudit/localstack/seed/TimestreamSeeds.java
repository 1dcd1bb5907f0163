package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.timestreamwrite.TimestreamWriteClient;
import software.amazon.awssdk.services.timestreamwrite.model.RetentionProperties;
import software.amazon.awssdk.services.timestreamwrite.model.S3EncryptionOption;
import software.amazon.awssdk.services.timestreamwrite.model.Tag;

/** A database of Timestream for LiveAnalytics with its tables. */
final class TimestreamSeeds implements Seeds {
    private static final RetentionProperties A_YEAR = RetentionProperties.builder()
            .memoryStoreRetentionPeriodInHours(24L)
            .magneticStoreRetentionPeriodInDays(365L)
            .build();

    private static final Tag OWNER = Tag.builder().key("Owner").value("data").build();

    @Override
    public void insecure(EmulatedAccount account) {
        TimestreamWriteClient timestream = account.client(TimestreamWriteClient.builder());
        timestream.createDatabase(
                request -> request.databaseName("insecure-telemetry").kmsKeyId("alias/aws/timestream"));
        timestream.createTable(
                request -> request.databaseName("insecure-telemetry").tableName("insecure-kept-for-ever"));
        timestream.createTable(request -> request.databaseName("insecure-telemetry")
                .tableName("insecure-rejecting-in-silence")
                .retentionProperties(A_YEAR)
                .magneticStoreWriteProperties(writes -> writes.enableMagneticStoreWrites(true))
                .tags(OWNER));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        TimestreamWriteClient timestream = account.client(TimestreamWriteClient.builder());
        String key = KmsSeeds.hardenedKey(account);
        timestream.createDatabase(request ->
                request.databaseName("hardened-telemetry").kmsKeyId(key).tags(OWNER));
        timestream.createTable(request -> request.databaseName("hardened-telemetry")
                .tableName("hardened-readings")
                .retentionProperties(A_YEAR)
                .magneticStoreWriteProperties(writes -> writes.enableMagneticStoreWrites(true)
                        .magneticStoreRejectedDataLocation(
                                place -> place.s3Configuration(bucket -> bucket.bucketName("hardened-rejected-readings")
                                        .encryptionOption(S3EncryptionOption.SSE_S3))))
                .tags(OWNER));
    }
}
