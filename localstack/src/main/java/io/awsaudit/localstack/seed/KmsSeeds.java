package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.kms.KmsClient;

/**
 * Keys.
 *
 * <p>Resources should name one of these. Where none is named, moto makes the AWS-managed key of the service, and then
 * lists it as a customer's key without rotation.
 */
final class KmsSeeds implements Seeds {
    private static final String HARDENED = "alias/hardened";

    @Override
    public void insecure(EmulatedAccount account) {
        KmsClient kms = account.client(KmsClient.builder());
        key(kms, "alias/insecure-not-rotated");
        String open = key(kms, "alias/insecure-public-policy");
        kms.putKeyPolicy(request -> request.keyId(open).policyName("default").policy("""
                        {"Version": "2012-10-17", "Statement": [{"Sid": "Open", "Effect": "Allow", "Principal": "*",
                        "Action": "kms:*", "Resource": "*"}]}"""));
        String doomed = key(kms, "alias/insecure-pending-deletion");
        kms.scheduleKeyDeletion(request -> request.keyId(doomed).pendingWindowInDays(30));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        KmsClient kms = account.client(KmsClient.builder());
        key(kms, HARDENED);
        kms.enableKeyRotation(request -> request.keyId(hardenedKey(account)));
    }

    /** {@return the ARN of the hardened account's key in {@link EmulatedAccount#HOME}} */
    static String hardenedKey(EmulatedAccount account) {
        return account.client(KmsClient.builder())
                .describeKey(request -> request.keyId(HARDENED))
                .keyMetadata()
                .arn();
    }

    private static String key(KmsClient kms, String alias) {
        String id = kms.createKey(request -> request.description(alias))
                .keyMetadata()
                .keyId();
        kms.createAlias(request -> request.aliasName(alias).targetKeyId(id));
        return id;
    }
}
