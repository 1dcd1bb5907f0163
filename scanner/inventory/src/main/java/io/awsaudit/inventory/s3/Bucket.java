package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A general-purpose bucket. {@code s3:ListBuckets} gives its name alone; each setting takes a call of its own.
 *
 * @param policy {@link Policy#NONE} where the bucket has none
 * @param acl its grants
 * @param objectOwnership {@code BucketOwnerEnforced} switches ACLs off; {@code ObjectWriter} where never set
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_Bucket.html">Bucket</a>
 */
@CloudFormationType("AWS::S3::Bucket")
public record Bucket(
        Identity identity,
        Observed<Versioning> versioning,
        Observed<Encryption> encryption,
        Observed<Logging> logging,
        Observed<Policy> policy,
        Observed<List<Grant>> acl,
        Observed<String> objectOwnership,
        Observed<PublicAccessBlock> publicAccessBlock,
        Observed<List<LifecycleRule>> lifecycle)
        implements Governed {
    /** The ownership of objects with which access control lists have no effect. */
    public static final String ACLS_OFF = "BucketOwnerEnforced";

    // What S3 itself counts as exposing data, when it says what "public" means.
    private static final List<String> READS = List.of("s3:Get*", "s3:List*");
    private static final List<String> WRITES =
            List.of("s3:Put*", "s3:Delete*", "s3:AbortMultipartUpload", "s3:RestoreObject", "s3:Replicate*");

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                logging.asOptional().flatMap(Logging::targetBucket).stream()
                        .map(target -> new Edge(arn(), Relation.LOGS_TO, arnOf(arn().partition(), target))),
                encryption.asOptional().flatMap(Encryption::kmsKey).stream()
                        .filter(key -> key.startsWith("arn:"))
                        .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key))));
    }

    /** {@return the bucket that its access logs go to, empty when there are none or this was not read} */
    public String logTarget() {
        return logging.asOptional().flatMap(Logging::targetBucket).orElse("");
    }

    /** {@return whether its policy was read, and lets some calls through that do not use TLS} */
    public boolean answersPlainHttp() {
        return policy.knownTo(known ->
                !known.deniesWithoutTls("s3", arn().value()) || !known.deniesWithoutTls("s3", arn().value() + "/*"));
    }

    /** {@return the labels of the statements of its policy that let everybody read; none when it was not read} */
    public List<String> openToRead() {
        return openTo(READS);
    }

    /** {@return the labels of the statements of its policy that let everybody write; none when it was not read} */
    public List<String> openToWrite() {
        return openTo(WRITES);
    }

    /** {@return the grants that let everybody read; none when the list has no effect, or either was not read} */
    public List<Grant> grantsToRead() {
        return grantsToEveryone().filter(Grant::reads).toList();
    }

    /** {@return the grants that let everybody write; none when the list has no effect, or either was not read} */
    public List<Grant> grantsToWrite() {
        return grantsToEveryone().filter(Grant::writes).toList();
    }

    private List<String> openTo(List<String> actions) {
        return policy.asOptional().stream()
                .flatMap(Policy::open)
                .filter(statement -> actions.stream().anyMatch(statement.actions()::touches))
                .map(Statement::label)
                .toList();
    }

    private Stream<Grant> grantsToEveryone() {
        return objectOwnership.knownNotToBe(ACLS_OFF)
                ? acl.asOptional().stream().flatMap(List::stream).filter(Grant::isToEveryone)
                : Stream.empty();
    }

    /** {@return the ARN of a bucket by its name} */
    public static Arn arnOf(String partition, String name) {
        return new Arn("arn:" + partition + ":s3:::" + name);
    }
}
