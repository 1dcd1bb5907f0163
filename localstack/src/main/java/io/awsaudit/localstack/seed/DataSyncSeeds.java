package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.datasync.DataSyncClient;
import software.amazon.awssdk.services.datasync.model.LogLevel;
import software.amazon.awssdk.services.datasync.model.Options;
import software.amazon.awssdk.services.datasync.model.VerifyMode;

/** Tasks of DataSync; moto tells neither their tags nor their schedules, and has no agents. */
final class DataSyncSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        task(
                account,
                "insecure-without-logs",
                options -> options.logLevel(LogLevel.OFF).verifyMode(VerifyMode.ONLY_FILES_TRANSFERRED));
        task(
                account,
                "insecure-unverified",
                options -> options.logLevel(LogLevel.BASIC).verifyMode(VerifyMode.NONE));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        task(
                account,
                "hardened-copy",
                options -> options.logLevel(LogLevel.TRANSFER).verifyMode(VerifyMode.ONLY_FILES_TRANSFERRED));
    }

    private static void task(
            EmulatedAccount account, String name, java.util.function.Consumer<Options.Builder> options) {
        DataSyncClient dataSync = account.client(DataSyncClient.builder());
        dataSync.createTask(request -> request.name(name)
                .sourceLocationArn(location(account, dataSync, name + "-from"))
                .destinationLocationArn(location(account, dataSync, name + "-to"))
                .cloudWatchLogGroupArn(
                        "arn:aws:logs:%s:%s:log-group:copies".formatted(EmulatedAccount.HOME, account.id()))
                .options(options));
    }

    private static String location(EmulatedAccount account, DataSyncClient dataSync, String bucket) {
        return dataSync.createLocationS3(request -> request.s3BucketArn("arn:aws:s3:::" + bucket)
                        .s3Config(config ->
                                config.bucketAccessRoleArn("arn:aws:iam::%s:role/datasync".formatted(account.id()))))
                .locationArn();
    }
}
