package io.awsaudit.inventory.s3;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Principal;
import io.awsaudit.inventory.policy.Statement;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A general-purpose bucket. {@code s3:ListBuckets} gives its name alone; each setting takes a call of its own.
 *
 * @param policy {@link Policy#NONE} where the bucket has none
 * @param acl its grants
 * @param objectOwnership {@code BucketOwnerEnforced} switches ACLs off; {@code ObjectWriter} where never set
 * @param replication empty where it was never set
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
        Observed<List<LifecycleRule>> lifecycle,
        Observed<Notifications> notifications,
        Observed<ObjectLock> objectLock,
        Observed<List<ReplicationRule>> replication)
        implements Governed {
    /** The ownership of objects with which access control lists have no effect. */
    public static final String ACLS_OFF = "BucketOwnerEnforced";

    /** What lets another account take a bucket over, or put its data out of reach. */
    private static final List<String> ADMINISTRATION = List.of(
            "s3:DeleteBucketPolicy",
            "s3:PutBucketAcl",
            "s3:PutBucketPolicy",
            "s3:PutEncryptionConfiguration",
            "s3:PutObjectAcl");

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
        return Stream.of(
                        logging.asOptional().flatMap(Logging::targetBucket).stream()
                                .map(target -> new Edge(arn(), Relation.LOGS_TO, arnOf(arn().partition(), target))),
                        encryption.asOptional().flatMap(Encryption::kmsKey).stream()
                                .filter(key -> key.startsWith("arn:"))
                                .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key))),
                        replicas().stream().map(replica -> new Edge(arn(), Relation.DELIVERS_TO, replica)))
                .flatMap(edges -> edges);
    }

    /** {@return the buckets that its objects are copied to; none when this was not read} */
    public List<Arn> replicas() {
        return replication.asOptional().stream()
                .flatMap(List::stream)
                .filter(ReplicationRule::enabled)
                .map(ReplicationRule::destination)
                .distinct()
                .toList();
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

    /**
     * {@return the labels of the statements of its policy that let another account administer it; none when it was not
     * read}
     *
     * <p>Everybody is another account too, unless a condition keeps to this one.
     */
    public List<String> administeredFromElsewhere() {
        return policy.asOptional().stream()
                .flatMap(known -> known.matching(statement -> letsElsewhere(statement)
                        && ADMINISTRATION.stream()
                                .anyMatch(action -> statement.actions().covers(action)
                                        && known.statements().stream()
                                                .noneMatch(deny -> deniesAll(deny, action, statement)))))
                .map(Statement::label)
                .toList();
    }

    private boolean letsElsewhere(Statement statement) {
        String own = identity.account();
        return statement.allows()
                && (statement.notPrincipals()
                        || statement.principals().stream().anyMatch(Principal::isEveryone)
                        || statement.principalAccounts().stream()
                                .anyMatch(account -> account.matches("\\d{12}") && !account.equals(own)))
                && statement.conditions().stream().noneMatch(condition -> keepsTo(own, condition));
    }

    /** Whether a condition holds for callers of one account alone. */
    private static boolean keepsTo(String account, Condition condition) {
        String key = condition.key().toLowerCase(Locale.ROOT);
        return condition.narrowsCallers()
                && (key.equals("aws:principalaccount") || key.equals("aws:sourceaccount")
                        ? condition.values().stream().allMatch(account::equals)
                        : (key.equals("aws:principalarn") || key.equals("aws:sourcearn"))
                                && condition.values().stream()
                                        .allMatch(value ->
                                                new Arn(value).account().equals(account)));
    }

    private static boolean deniesAll(Statement deny, String action, Statement allow) {
        return !deny.allows()
                && !deny.notPrincipals()
                && deny.principals().stream().anyMatch(Principal::isEveryone)
                && deny.conditions().isEmpty()
                && deny.actions().covers(action)
                && deny.resources().includes(allow.resources());
    }

    /** {@return whether it is known to tell nobody of some event type that is asked for, or of anything at all} */
    public boolean keepsQuietAbout(List<String> types) {
        return notifications.knownTo(
                known -> known.equals(Notifications.NONE) || types.stream().anyMatch(type -> !known.tellOf(type)));
    }

    /** {@return whether its objects are known not to be lockable, or by themselves in none of the modes that are asked for} */
    public boolean lacksObjectLock(List<String> modes) {
        return objectLock.knownTo(lock -> !lock.enabled()
                || !modes.isEmpty() && lock.mode().filter(modes::contains).isEmpty());
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
