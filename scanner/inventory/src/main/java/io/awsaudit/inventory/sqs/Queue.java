package io.awsaudit.inventory.sqs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A queue. {@code sqs:ListQueues} gives its URL alone; {@code sqs:GetQueueAttributes} all the rest.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_GetQueueAttributes.html">GetQueueAttributes</a>
 */
@CloudFormationType("AWS::SQS::Queue")
public record Queue(Identity identity, Observed<QueueAttributes> attributes) implements Governed {
    /** {@return where messages go that nobody could process; empty where they stay, or where that was not read} */
    public Optional<Arn> deadLetterQueue() {
        return attributes.asOptional().flatMap(QueueAttributes::deadLetterQueue);
    }

    /** {@return whether the queue was read, and takes requests that do not use TLS} */
    public boolean answersPlainHttp() {
        return attributes.knownNotTo(known -> known.policy().deniesWithoutTls("sqs", arn().value()));
    }

    @Override
    public Observed<Policy> resourcePolicy() {
        return attributes.map(QueueAttributes::policy);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                attributes.asOptional().flatMap(QueueAttributes::kmsKey).stream()
                        .filter(key -> key.startsWith("arn:"))
                        .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key))),
                attributes.asOptional().flatMap(QueueAttributes::deadLetterQueue).stream()
                        .map(queue -> new Edge(arn(), Relation.DELIVERS_TO, queue)));
    }

    /** {@return whether both were read, and messages leave this dead letter queue before they would have left their own} */
    public boolean isKeptNoLongerThan(Queue source) {
        return attributes.knownTo(own -> source.attributes.knownTo(theirs -> own.isKeptNoLongerThan(theirs)));
    }

    /** {@return whether it keeps the order of messages; a message's time begins anew in a dead letter queue of that kind} */
    public boolean isFifo() {
        return name().endsWith(".fifo");
    }

    /** {@return how long a message stays, as evidence} */
    public String retentionSeconds() {
        return attributes
                .asOptional()
                .map(known -> known.messageRetentionSeconds().isPresent()
                        ? String.valueOf(known.messageRetentionSeconds().getAsInt())
                        : "")
                .orElse("");
    }
}
