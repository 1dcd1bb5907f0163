package io.awsaudit.inventory.firehose;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A Firehose stream. {@code firehose:ListDeliveryStreams} gives its name alone; one that is being deleted, or could not be made,
 * is none.
 *
 * @param description what {@code firehose:DescribeDeliveryStream} tells
 * @see <a href="https://docs.aws.amazon.com/firehose/latest/APIReference/API_DeliveryStreamDescription.html">DeliveryStreamDescription</a>
 */
@CloudFormationType("AWS::KinesisFirehose::DeliveryStream")
public record DeliveryStream(Identity identity, Observed<Description> description) implements Resource {
    /** Holds of streams that are being deleted, or could not be made. */
    public static final Predicate<Description> GONE =
            stream -> Set.of("DELETING", "CREATING_FAILED").contains(stream.status());
    /** Holds of streams that take records from producers themselves, and not from another stream or a database. */
    public static final Predicate<Description> DIRECT = stream -> stream.type().equals(Type.DIRECT_PUT);
    /** Holds of streams whose records are not encrypted while they wait. */
    public static final Predicate<Description> UNENCRYPTED =
            stream -> stream.encryption().filter(Encryption::isOn).isEmpty();
    /** Holds of streams with a destination whose errors are logged nowhere. */
    public static final Predicate<Description> UNLOGGED =
            stream -> stream.destinations().stream().anyMatch(destination -> !destination.errorsLogged());
    /** Holds of streams that change records before they deliver them. */
    public static final Predicate<Description> TRANSFORMING =
            stream -> stream.destinations().stream().anyMatch(Destination::transforms);
    /** Holds of streams that change records before they deliver them, and keep none of them as it came. */
    public static final Predicate<Description> FORGETTING = stream -> stream.destinations().stream()
            .anyMatch(destination -> destination.transforms() && !destination.keepsSourceRecords());
    /** Holds of streams with a destination that takes a password, a token or a key. */
    public static final Predicate<Description> WITH_CREDENTIALS =
            stream -> stream.destinations().stream().anyMatch(Destination::takesCredential);
    /** Holds of streams that hold the password, token or key for a destination themselves. */
    public static final Predicate<Description> HOLDING_CREDENTIALS = stream -> stream.destinations().stream()
            .anyMatch(destination -> destination.takesCredential() && !destination.credentialInSecretsManager());

    /** Where records come from. */
    public record Type(String value) implements OpenValue {
        public static final Type DIRECT_PUT = new Type("DirectPut");
        public static final Type KINESIS_STREAM = new Type("KinesisStreamAsSource");
        public static final Type MSK = new Type("MSKAsSource");
    }

    /** Whether records are encrypted while they wait. */
    public record Encryption(String value) implements OpenValue {
        public static final Encryption ENABLED = new Encryption("ENABLED");
        public static final Encryption ENABLING = new Encryption("ENABLING");
        public static final Encryption DISABLED = new Encryption("DISABLED");

        boolean isOn() {
            return equals(ENABLED) || equals(ENABLING);
        }
    }

    /**
     * Where records go.
     *
     * @param kind such as {@code S3} or {@code Splunk}
     * @param bucket where records go, or those that the destination does not take
     * @param errorsLogged whether failures to deliver go to CloudWatch Logs
     * @param transforms whether a function changes records on the way
     * @param keepsSourceRecords whether all records go to a bucket too, as they came
     * @param takesCredential whether the destination takes a password, a token or a key
     * @param credentialInSecretsManager whether that is in Secrets Manager, and not with the stream
     */
    public record Destination(
            String kind,
            Optional<Arn> bucket,
            boolean errorsLogged,
            boolean transforms,
            boolean keepsSourceRecords,
            boolean takesCredential,
            boolean credentialInSecretsManager) {}

    /**
     * What is known of a stream itself.
     *
     * @param encryption whether records are encrypted while they wait; empty where that was never set
     * @param kmsKey the customer's key that encrypts them
     * @param source the stream or cluster that records come from
     */
    public record Description(
            String status,
            Type type,
            Optional<Encryption> encryption,
            Optional<Arn> kmsKey,
            Optional<Arn> source,
            List<Destination> destinations) {
        public Description {
            destinations = List.copyOf(destinations);
        }

        /** {@return the kinds of its destinations of which {@code test} holds} */
        List<String> kindsThat(Predicate<Destination> test) {
            return destinations.stream().filter(test).map(Destination::kind).toList();
        }
    }

    /** {@return the kinds of the destinations whose errors are logged nowhere, as evidence} */
    public List<String> unlogged() {
        return kindsThat(destination -> !destination.errorsLogged());
    }

    /** {@return the kinds of the destinations for which it holds a password, a token or a key itself, as evidence} */
    public List<String> holdingCredentials() {
        return kindsThat(destination -> destination.takesCredential() && !destination.credentialInSecretsManager());
    }

    private List<String> kindsThat(Predicate<Destination> test) {
        return description.asOptional().map(known -> known.kindsThat(test)).orElse(List.of());
    }

    @Override
    public Stream<Edge> edges() {
        return description.asOptional().stream()
                .flatMap(known -> Stream.concat(
                        known.kmsKey().stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        known.destinations().stream()
                                .flatMap(destination -> destination.bucket().stream())
                                .distinct()
                                .map(bucket -> new Edge(arn(), Relation.DELIVERS_TO, bucket))));
    }
}
