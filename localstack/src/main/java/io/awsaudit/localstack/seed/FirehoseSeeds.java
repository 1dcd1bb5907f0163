package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CreateDeliveryStreamRequest;
import software.amazon.awssdk.services.firehose.model.ExtendedS3DestinationConfiguration;
import software.amazon.awssdk.services.firehose.model.KeyType;
import software.amazon.awssdk.services.firehose.model.ProcessorType;
import software.amazon.awssdk.services.firehose.model.S3BackupMode;
import software.amazon.awssdk.services.firehose.model.Tag;

/** Firehose streams, which deliver to a bucket that need not be there. */
final class FirehoseSeeds implements Seeds {
    private static final String BUCKET = "arn:aws:s3:::firehose-records";

    @Override
    public void insecure(EmulatedAccount account) {
        FirehoseClient firehose = account.client(FirehoseClient.builder());
        make(
                firehose,
                account,
                "insecure-unencrypted",
                true,
                stream -> stream.extendedS3DestinationConfiguration(s3 -> s3(s3, account, true, S3BackupMode.ENABLED)));
        good(
                firehose,
                account,
                "insecure-without-error-log",
                stream ->
                        stream.extendedS3DestinationConfiguration(s3 -> s3(s3, account, false, S3BackupMode.ENABLED)));
        good(
                firehose,
                account,
                "insecure-forgets-what-came",
                stream ->
                        stream.extendedS3DestinationConfiguration(s3 -> s3(s3, account, true, S3BackupMode.DISABLED)));
        good(
                firehose,
                account,
                "insecure-holds-password",
                stream -> stream.extendedS3DestinationConfiguration((ExtendedS3DestinationConfiguration) null)
                        .redshiftDestinationConfiguration(redshift -> redshift.roleARN(role(account))
                                .clusterJDBCURL("jdbc:redshift://cluster.example.com:5439/dev")
                                .copyCommand(copy -> copy.dataTableName("orders"))
                                .username("firehose")
                                .password("not-a-real-one-1")
                                .cloudWatchLoggingOptions(logging -> logging.enabled(true)
                                        .logGroupName("firehose")
                                        .logStreamName("delivery"))
                                .s3Configuration(s3 -> s3.roleARN(role(account)).bucketARN(BUCKET))));
        make(
                firehose,
                account,
                "insecure-untagged",
                false,
                stream -> stream.extendedS3DestinationConfiguration(s3 -> s3(s3, account, true, S3BackupMode.ENABLED)));
        encrypt(firehose, "insecure-untagged");
    }

    @Override
    public void hardened(EmulatedAccount account) {
        FirehoseClient firehose = account.client(FirehoseClient.builder());
        good(firehose, account, "hardened-delivery", stream -> {});
    }

    private static void good(
            FirehoseClient firehose,
            EmulatedAccount account,
            String name,
            Consumer<CreateDeliveryStreamRequest.Builder> change) {
        make(firehose, account, name, true, change);
        encrypt(firehose, name);
    }

    private static void encrypt(FirehoseClient firehose, String name) {
        firehose.startDeliveryStreamEncryption(request -> request.deliveryStreamName(name)
                .deliveryStreamEncryptionConfigurationInput(encryption -> encryption.keyType(KeyType.AWS_OWNED_CMK)));
    }

    private static void make(
            FirehoseClient firehose,
            EmulatedAccount account,
            String name,
            boolean tagged,
            Consumer<CreateDeliveryStreamRequest.Builder> change) {
        firehose.createDeliveryStream(request -> change.accept(request.deliveryStreamName(name)
                .extendedS3DestinationConfiguration(s3 -> s3(s3, account, true, S3BackupMode.ENABLED))
                .tags(tagged ? List.of(Tag.builder().key("Owner").value("data").build()) : List.of())));
    }

    private static void s3(
            ExtendedS3DestinationConfiguration.Builder s3,
            EmulatedAccount account,
            boolean logged,
            S3BackupMode backup) {
        s3.roleARN(role(account))
                .bucketARN(BUCKET)
                .s3BackupMode(backup)
                .cloudWatchLoggingOptions(logging ->
                        logging.enabled(logged).logGroupName("firehose").logStreamName("delivery"))
                .processingConfiguration(processing ->
                        processing.enabled(true).processors(processor -> processor.type(ProcessorType.LAMBDA)));
    }

    private static String role(EmulatedAccount account) {
        return "arn:aws:iam::" + account.id() + ":role/firehose";
    }
}
