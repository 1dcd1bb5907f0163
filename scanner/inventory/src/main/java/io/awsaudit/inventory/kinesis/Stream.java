package io.awsaudit.inventory.kinesis;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A data stream. {@code kinesis:ListStreams} gives its name alone; one that is being deleted is none any more.
 *
 * @param description what {@code kinesis:DescribeStreamSummary} tells
 * @param policy {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/kinesis/latest/APIReference/API_StreamDescriptionSummary.html">StreamDescriptionSummary</a>
 */
@CloudFormationType("AWS::Kinesis::Stream")
public record Stream(Identity identity, Observed<Description> description, Observed<Policy> policy)
        implements Governed {
    /** Holds of streams whose records are not encrypted at rest. */
    public static final Predicate<Description> UNENCRYPTED =
            stream -> !stream.encryption().equals(Encryption.KMS);

    /** Holds of streams that are being deleted. */
    public static final Predicate<Description> DELETING =
            stream -> stream.status().equals("DELETING");

    /** What encrypts records at rest. */
    public record Encryption(String value) implements OpenValue {
        public static final Encryption KMS = new Encryption("KMS");
        public static final Encryption NONE = new Encryption("NONE");
    }

    /**
     * What is known of a stream itself.
     *
     * @param mode {@code ON_DEMAND} or {@code PROVISIONED}
     * @param kmsKey the key that encrypts it, as id, alias or ARN; empty where none does
     */
    public record Description(
            String status, String mode, int retentionHours, Encryption encryption, Optional<String> kmsKey) {}

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    /** {@return whether it was read, and forgets records before so many hours} */
    public boolean forgetsBefore(long hours) {
        return description.knownTo(known -> known.retentionHours() < hours);
    }

    @Override
    public java.util.stream.Stream<Edge> edges() {
        return description.asOptional().flatMap(Description::kmsKey).stream()
                .filter(key -> key.startsWith("arn:"))
                .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key)));
    }
}
