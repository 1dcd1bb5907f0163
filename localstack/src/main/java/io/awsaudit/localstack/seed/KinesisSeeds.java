package io.awsaudit.localstack.seed;

import java.util.Map;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.EncryptionType;
import software.amazon.awssdk.services.kinesis.model.StreamMode;

/** Data streams. */
final class KinesisSeeds implements Seeds {
    private static final String POLICY = """
        {"Version": "2012-10-17", "Statement": [{"Sid": "Open", "Effect": "Allow", "Principal": "*",
        "Action": "kinesis:GetRecords", "Resource": "%s"}]}\
        """;
    private static final int WEEK = 168;

    @Override
    public void insecure(EmulatedAccount account) {
        KinesisClient kinesis = client(account);
        stream(kinesis, "insecure-unencrypted", true);
        keep(kinesis, "insecure-unencrypted");
        stream(kinesis, "insecure-forgetful", true);
        encrypt(kinesis, "insecure-forgetful");
        good(kinesis, "insecure-untagged", false);
        good(kinesis, "insecure-public", true);
        String open = "arn:aws:kinesis:" + EmulatedAccount.HOME.id() + ":" + account.id() + ":stream/insecure-public";
        kinesis.putResourcePolicy(request -> request.resourceARN(open).policy(POLICY.formatted(open)));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        good(client(account), "hardened-stream", true);
    }

    /** moto does not know CBOR, in which the SDK speaks to Kinesis unless it is told not to. */
    private static KinesisClient client(EmulatedAccount account) {
        System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
        return account.client(KinesisClient.builder());
    }

    private static void good(KinesisClient kinesis, String name, boolean tagged) {
        stream(kinesis, name, tagged);
        encrypt(kinesis, name);
        keep(kinesis, name);
    }

    private static void stream(KinesisClient kinesis, String name, boolean tagged) {
        kinesis.createStream(request ->
                request.streamName(name).streamModeDetails(details -> details.streamMode(StreamMode.ON_DEMAND)));
        if (tagged) {
            kinesis.addTagsToStream(request -> request.streamName(name).tags(Map.of("Owner", "data")));
        }
    }

    private static void encrypt(KinesisClient kinesis, String name) {
        kinesis.startStreamEncryption(request ->
                request.streamName(name).encryptionType(EncryptionType.KMS).keyId("alias/aws/kinesis"));
    }

    private static void keep(KinesisClient kinesis, String name) {
        kinesis.increaseStreamRetentionPeriod(
                request -> request.streamName(name).retentionPeriodHours(WEEK));
    }
}
