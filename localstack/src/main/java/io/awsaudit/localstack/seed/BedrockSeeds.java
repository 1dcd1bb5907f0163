package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.bedrock.BedrockClient;

/** The logging of calls. moto has no guardrails, and its agents and knowledge bases have times that the SDK cannot read. */
final class BedrockSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        // Without logging, as it is at first.
    }

    @Override
    public void hardened(EmulatedAccount account) {
        account.client(BedrockClient.builder())
                .putModelInvocationLoggingConfiguration(request -> request.loggingConfig(logging ->
                        logging.textDataDeliveryEnabled(true).s3Config(s3 -> s3.bucketName("hardened-logs"))));
    }
}
