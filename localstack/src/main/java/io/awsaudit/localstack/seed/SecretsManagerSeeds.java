package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.Tag;

/** Secrets. moto rotates them without a function, and dates all of them today. */
final class SecretsManagerSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        SecretsManagerClient client = account.client(SecretsManagerClient.builder());
        String key = "alias/insecure-not-rotated";
        client.createSecret(request -> request.name("insecure-not-rotated")
                .kmsKeyId(key)
                .secretString("not-a-secret")
                .tags(owner()));
        client.createSecret(request -> request.name("insecure-default-key")
                .secretString("not-a-secret")
                .tags(owner()));
        rotate(client, "insecure-default-key");
        client.createSecret(request -> request.name("insecure-public")
                .kmsKeyId(key)
                .secretString("not-a-secret")
                .tags(owner()));
        rotate(client, "insecure-public");
        client.createSecret(
                request -> request.name("insecure-untagged").kmsKeyId(key).secretString("not-a-secret"));
        rotate(client, "insecure-untagged");
        client.createSecret(request -> request.name("insecure-service-for-anyone")
                .kmsKeyId(key)
                .secretString("not-a-secret")
                .tags(owner()));
        rotate(client, "insecure-service-for-anyone");
        client.putResourcePolicy(
                request -> request.secretId("insecure-service-for-anyone").resourcePolicy("""
                        {"Version": "2012-10-17", "Statement": [{"Sid": "Service", "Effect": "Allow",
                        "Principal": {"Service": "dms.amazonaws.com"}, "Action": "secretsmanager:GetSecretValue",
                        "Resource": "*"}]}"""));
        client.putResourcePolicy(request -> request.secretId("insecure-public").resourcePolicy("""
                        {"Version": "2012-10-17", "Statement": [{"Sid": "Open", "Effect": "Allow", "Principal": "*",
                        "Action": "secretsmanager:GetSecretValue", "Resource": "*"}]}"""));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        SecretsManagerClient client = account.client(SecretsManagerClient.builder());
        String key = KmsSeeds.hardenedKey(account);
        client.createSecret(request -> request.name("hardened-secret")
                .kmsKeyId(key)
                .secretString("not-a-secret")
                .tags(owner()));
        rotate(client, "hardened-secret");
    }

    private static void rotate(SecretsManagerClient client, String name) {
        client.rotateSecret(
                request -> request.secretId(name).rotationRules(rules -> rules.automaticallyAfterDays(30L)));
    }

    private static Tag owner() {
        return Tag.builder().key("Owner").value("data").build();
    }
}
