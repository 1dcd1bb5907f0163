package io.awsaudit.inventory.sqs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What {@code sqs:GetQueueAttributes} tells of a queue.
 *
 * @param policy {@link Policy#NONE} where it has none
 * @param sqsManagedEncryption whether a key of SQS's own encrypts messages at rest
 * @param kmsKey the key of KMS that encrypts messages at rest, as id, alias or ARN; empty where none does
 * @param deadLetterQueue where messages go that nobody could process; empty where they stay
 * @param messageRetentionSeconds how long a message stays that nobody deletes
 */
public record QueueAttributes(
        Policy policy,
        boolean sqsManagedEncryption,
        Optional<String> kmsKey,
        Optional<Arn> deadLetterQueue,
        OptionalInt messageRetentionSeconds) {
    /** The longest time that SQS keeps a message: 14 days. */
    private static final int LONGEST = 1_209_600;

    /** Holds of queues whose messages are not encrypted at rest. */
    public static final Predicate<QueueAttributes> UNENCRYPTED =
            queue -> !queue.sqsManagedEncryption() && queue.kmsKey().isEmpty();
    /** Holds of queues that everybody may use. */
    public static final Predicate<QueueAttributes> PUBLIC =
            queue -> queue.policy().allowsEveryone();
    /** Holds of queues in which messages stay that nobody can process. */
    public static final Predicate<QueueAttributes> KEEPS_DEAD_LETTERS =
            queue -> queue.deadLetterQueue().isEmpty();
    /** Translates into the labels of the statements that let everybody in, as evidence. */
    public static final Function<QueueAttributes, List<String>> OPEN_LABELS =
            queue -> queue.policy().openLabels();

    /** {@return whether messages leave it, as the dead letter queue of another, before that one's would have been gone} */
    boolean isKeptNoLongerThan(QueueAttributes source) {
        return messageRetentionSeconds.isPresent()
                && source.messageRetentionSeconds().isPresent()
                && messageRetentionSeconds.getAsInt() < LONGEST
                && messageRetentionSeconds.getAsInt()
                        <= source.messageRetentionSeconds().getAsInt();
    }
}
