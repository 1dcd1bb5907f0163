package io.awsaudit.localstack.seed;

import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues. */
final class SqsSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        SqsClient sqs = account.client(SqsClient.builder());
        String deadLetters = queue(sqs, account, "insecure-dead-letters", Map.of());
        String redrive = redrive(deadLetters);
        queue(
                sqs,
                account,
                "insecure-unencrypted",
                Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive,
                        QueueAttributeName.SQS_MANAGED_SSE_ENABLED,
                        "false"));
        queue(sqs, account, "insecure-without-dead-letter-queue", Map.of());
        withoutTarget(sqs, account, "insecure-dead-letter-queue-gone");
        queue(
                sqs,
                account,
                "insecure-public",
                Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive,
                        QueueAttributeName.POLICY,
                        policy(arn(account, "insecure-public"), """
                                , {"Sid": "Open", "Effect": "Allow", "Principal": "*", "Action": "sqs:SendMessage",
                                "Resource": "%s"}""".formatted(arn(account, "insecure-public")))));
        queue(
                sqs,
                account,
                "insecure-service-for-anyone",
                Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive,
                        QueueAttributeName.POLICY,
                        policy(arn(account, "insecure-service-for-anyone"), """
                                , {"Sid": "Topics", "Effect": "Allow", "Principal": {"Service": "sns.amazonaws.com"},
                                "Action": "sqs:SendMessage", "Resource": "%s"}""".formatted(
                                        arn(account, "insecure-service-for-anyone")))));
        sqs.createQueue(request -> request.queueName("insecure-untagged")
                .attributes(Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive,
                        QueueAttributeName.SQS_MANAGED_SSE_ENABLED,
                        "true",
                        QueueAttributeName.POLICY,
                        policy(arn(account, "insecure-untagged"), ""))));
        sqs.createQueue(request -> request.queueName("insecure-without-tls")
                .attributes(Map.of(
                        QueueAttributeName.REDRIVE_POLICY, redrive, QueueAttributeName.SQS_MANAGED_SSE_ENABLED, "true"))
                .tags(Map.of("Owner", "data")));
    }

    /** Takes away the queue that dead letters went to. */
    private static void withoutTarget(SqsClient sqs, EmulatedAccount account, String name) {
        String gone = queue(sqs, account, "insecure-gone", Map.of());
        queue(sqs, account, name, Map.of(QueueAttributeName.REDRIVE_POLICY, redrive(gone)));
        String url =
                sqs.getQueueUrl(request -> request.queueName("insecure-gone")).queueUrl();
        sqs.deleteQueue(request -> request.queueUrl(url));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        SqsClient sqs = account.client(SqsClient.builder());
        String deadLetters = queue(
                sqs, account, "hardened-dead-letters", Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600"));
        queue(
                sqs,
                account,
                "hardened-queue",
                Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        redrive(deadLetters),
                        QueueAttributeName.KMS_MASTER_KEY_ID,
                        KmsSeeds.hardenedKey(account)));
    }

    /** Makes a queue that is encrypted and demands TLS, unless the attributes say otherwise, and returns its ARN. */
    private static String queue(
            SqsClient sqs, EmulatedAccount account, String name, Map<QueueAttributeName, String> attributes) {
        Map<QueueAttributeName, String> all = new HashMap<>(Map.of(
                QueueAttributeName.SQS_MANAGED_SSE_ENABLED,
                "true",
                QueueAttributeName.POLICY,
                policy(arn(account, name), "")));
        all.putAll(attributes);
        sqs.createQueue(request -> request.queueName(name).attributes(all).tags(Map.of("Owner", "data")));
        return arn(account, name);
    }

    private static String arn(EmulatedAccount account, String name) {
        return "arn:aws:sqs:" + EmulatedAccount.HOME.id() + ":" + account.id() + ":" + name;
    }

    private static String redrive(String deadLetters) {
        return "{\"deadLetterTargetArn\": \"" + deadLetters + "\", \"maxReceiveCount\": \"5\"}";
    }

    private static String policy(String queue, String more) {
        return """
                {"Version": "2012-10-17", "Statement": [{"Sid": "Tls", "Effect": "Deny", "Principal": "*", "Action": "sqs:*",
                "Resource": "%s", "Condition": {"Bool": {"aws:SecureTransport": "false"}}}%s]}""".formatted(queue, more);
    }
}
