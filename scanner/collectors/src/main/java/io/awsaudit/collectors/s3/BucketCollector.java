package io.awsaudit.collectors.s3;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.SharedServices;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.inventory.s3.Encryption;
import io.awsaudit.inventory.s3.Grant;
import io.awsaudit.inventory.s3.LifecycleRule;
import io.awsaudit.inventory.s3.Logging;
import io.awsaudit.inventory.s3.Notifications;
import io.awsaudit.inventory.s3.ObjectLock;
import io.awsaudit.inventory.s3.PublicAccessBlock;
import io.awsaudit.inventory.s3.ReplicationRule;
import io.awsaudit.inventory.s3.Versioning;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.Tag;

/** Reads every bucket of the account, and of each the settings that checks ask about. */
final class BucketCollector implements Collector<Bucket> {
    private static final Operation LIST_BUCKETS =
            Operation.of("s3:ListBuckets").needing("s3:ListAllMyBuckets").pages(10_000);

    private static final Detail ACL =
            Detail.of(Bucket.class, "acl", "s3:GetBucketAcl").where("its owner is not enforced");
    private static final Detail ENCRYPTION =
            Detail.of(Bucket.class, "encryption", "s3:GetBucketEncryption").needing("s3:GetEncryptionConfiguration");
    private static final Detail LIFECYCLE = Detail.of(Bucket.class, "lifecycle", "s3:GetBucketLifecycleConfiguration")
            .needing("s3:GetLifecycleConfiguration");
    private static final Detail LOGGING = Detail.of(Bucket.class, "logging", "s3:GetBucketLogging");
    private static final Detail NOTIFICATIONS = Detail.of(
                    Bucket.class, "notifications", "s3:GetBucketNotificationConfiguration")
            .needing("s3:GetBucketNotification");
    private static final Detail OBJECT_LOCK = Detail.of(Bucket.class, "objectLock", "s3:GetObjectLockConfiguration")
            .needing("s3:GetBucketObjectLockConfiguration")
            .where("its versioning is enabled");
    private static final Detail OWNERSHIP = Detail.of(Bucket.class, "objectOwnership", "s3:GetBucketOwnershipControls");
    private static final Detail POLICY = Detail.of(Bucket.class, "policy", "s3:GetBucketPolicy");
    private static final Detail PUBLIC_ACCESS_BLOCK = Detail.of(
                    Bucket.class, "publicAccessBlock", "s3:GetPublicAccessBlock")
            .needing("s3:GetBucketPublicAccessBlock");
    private static final Detail REPLICATION =
            Detail.of(Bucket.class, "replication", "s3:GetBucketReplication").needing("s3:GetReplicationConfiguration");
    private static final Detail TAGS = Detail.of(Bucket.class, "tags", "s3:GetBucketTagging");
    private static final Detail VERSIONING = Detail.of(Bucket.class, "versioning", "s3:GetBucketVersioning");

    @Override
    public Set<Class<? extends Bucket>> yields() {
        return Set.of(Bucket.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_BUCKETS, BucketRegions.GET_LOCATION);
    }

    @Override
    public List<Detail> details() {
        return List.of(
                ACL,
                ENCRYPTION,
                LIFECYCLE,
                LOGGING,
                NOTIFICATIONS,
                OBJECT_LOCK,
                OWNERSHIP,
                POLICY,
                PUBLIC_ACCESS_BLOCK,
                REPLICATION,
                TAGS,
                VERSIONING);
    }

    @Override
    public Stream<Bucket> collect(Reads reads) {
        BucketRegions regions = new BucketRegions(LIST_BUCKETS, reads);
        // A page size makes AWS answer in pages, and each bucket with its region.
        Stream<Listed> buckets = reads.pages(
                        LIST_BUCKETS,
                        () -> reads.client(SharedServices.S3)
                                .listBucketsPaginator(request -> request.maxBuckets(BucketRegions.PAGE)))
                .flatMap(page -> listed(page, regions));
        record Located(Listed bucket, String region) {}
        Stream<Located> located = reads.each(
                        buckets, bucket -> new Located(bucket, bucket.region().get()))
                .filter(bucket -> reads.regions().contains(bucket.region()));
        return reads.each(
                Bucket.class,
                located,
                bucket -> Bucket.arnOf(reads.partition(), bucket.bucket().name()),
                bucket -> read(bucket.bucket(), bucket.region(), reads));
    }

    /**
     * A bucket as the account's listing has it.
     *
     * @param owner the canonical user id of the account
     */
    private record Listed(String name, Supplier<String> region, Optional<String> owner) {}

    private static Stream<Listed> listed(ListBucketsResponse page, BucketRegions regions) {
        long unsaid = BucketRegions.unsaid(page);
        Optional<String> owner = Optional.ofNullable(page.owner()).map(Owner::id);
        return page.buckets().stream()
                .map(bucket -> new Listed(bucket.name(), () -> regions.of(bucket, unsaid), owner));
    }

    private static Bucket read(Listed listed, String region, Reads reads) {
        String name = listed.name();
        S3Client s3 = reads.client(SharedServices.S3, region);
        Arn arn = Bucket.arnOf(reads.partition(), name);
        // What others wait for is asked first, and the rest meanwhile.
        Supplier<Observed<Versioning>> versioning = reads.begin(VERSIONING, arn, () -> versioningOf(name, s3));
        Supplier<Observed<String>> ownership = reads.begin(OWNERSHIP, arn, () -> ownershipOf(name, s3));
        Supplier<Observed<Map<String, String>>> tags = reads.begin(TAGS, arn, () -> tagsOf(name, s3));
        Supplier<Observed<Encryption>> encryption = reads.begin(ENCRYPTION, arn, () -> encryptionOf(name, s3));
        Supplier<Observed<Logging>> logging = reads.begin(LOGGING, arn, () -> loggingOf(name, s3));
        Supplier<Observed<Policy>> policy = reads.begin(POLICY, arn, () -> policyOf(name, s3));
        Supplier<Observed<PublicAccessBlock>> block =
                reads.begin(PUBLIC_ACCESS_BLOCK, arn, () -> publicAccessBlockOf(name, s3));
        Supplier<Observed<List<LifecycleRule>>> lifecycle = reads.begin(LIFECYCLE, arn, () -> lifecycleOf(name, s3));
        Supplier<Observed<Notifications>> notifications =
                reads.begin(NOTIFICATIONS, arn, () -> notificationsOf(name, s3));
        Supplier<Observed<List<ReplicationRule>>> replication =
                reads.begin(REPLICATION, arn, () -> replicationOf(name, s3));
        return new Bucket(
                new Identity(arn, reads.account(), region, name, tags.get()),
                versioning.get(),
                encryption.get(),
                logging.get(),
                policy.get(),
                acl(listed, arn, ownership.get(), s3, reads),
                ownership.get(),
                block.get(),
                lifecycle.get(),
                notifications.get(),
                objectLock(name, arn, versioning.get(), s3, reads),
                replication.get());
    }

    private static Map<String, String> tagsOf(String name, S3Client s3) {
        return Answers.orIfAbsent(
                        () -> s3.getBucketTagging(request -> request.bucket(name))
                                .tagSet(),
                        List.<Tag>of(),
                        "NoSuchTagSet")
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value));
    }

    /**
     * Where lists of access control are disabled, GetBucketAcl is documented to answer with full control for the account that
     * owns the bucket, and is not asked.
     */
    private static Observed<List<Grant>> acl(
            Listed bucket, Arn arn, Observed<String> ownership, S3Client s3, Reads reads) {
        return ownership.knownToBe("BucketOwnerEnforced") && bucket.owner().isPresent() && reads.wants(ACL)
                ? Observed.known(List.of(new Grant(bucket.owner().get(), "FULL_CONTROL")))
                : reads.observe(ACL, arn, () -> aclOf(bucket.name(), s3));
    }

    /**
     * Object Lock works only in a bucket with versioning enabled, which cannot be suspended from then on.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock-configure.html">Configuring Object Lock</a>
     */
    private static Observed<ObjectLock> objectLock(
            String name, Arn arn, Observed<Versioning> versioning, S3Client s3, Reads reads) {
        return versioning.knownTo(state -> !state.state().equals(Versioning.State.ENABLED)) && reads.wants(OBJECT_LOCK)
                ? Observed.known(ObjectLock.OFF)
                : reads.observe(OBJECT_LOCK, arn, () -> objectLockOf(name, s3));
    }

    private static Versioning versioningOf(String name, S3Client s3) {
        var answer = s3.getBucketVersioning(request -> request.bucket(name));
        String status = answer.statusAsString();
        return new Versioning(
                status == null
                        ? Versioning.State.UNVERSIONED
                        : new Versioning.State(status), // never set: no status sent
                "Enabled".equals(answer.mfaDeleteAsString()));
    }

    private static Encryption encryptionOf(String name, S3Client s3) {
        return Answers.orIfAbsent(
                        () -> s3.getBucketEncryption(request -> request.bucket(name))
                                .serverSideEncryptionConfiguration()
                                .rules(),
                        List.<software.amazon.awssdk.services.s3.model.ServerSideEncryptionRule>of(),
                        "ServerSideEncryptionConfigurationNotFoundError")
                .stream()
                .filter(rule -> rule.applyServerSideEncryptionByDefault() != null)
                .findFirst()
                .map(rule -> new Encryption(
                        new Encryption.Algorithm(
                                rule.applyServerSideEncryptionByDefault().sseAlgorithmAsString()),
                        Optional.ofNullable(
                                rule.applyServerSideEncryptionByDefault().kmsMasterKeyID()),
                        Boolean.TRUE.equals(rule.bucketKeyEnabled())))
                .orElse(new Encryption(Encryption.Algorithm.NONE, Optional.empty(), false));
    }

    private static Logging loggingOf(String name, S3Client s3) {
        var enabled = s3.getBucketLogging(request -> request.bucket(name)).loggingEnabled();
        return enabled == null
                ? Logging.OFF
                : new Logging(Optional.ofNullable(enabled.targetBucket()), orEmpty(enabled.targetPrefix()));
    }

    private static Policy policyOf(String name, S3Client s3) {
        return Answers.orIfAbsent(
                        () -> Optional.of(s3.getBucketPolicy(request -> request.bucket(name))
                                .policy()),
                        Optional.<String>empty(),
                        "NoSuchBucketPolicy")
                .map(Policies::parse)
                .orElse(Policy.NONE);
    }

    private static List<Grant> aclOf(String name, S3Client s3) {
        var acl = s3.getBucketAcl(request -> request.bucket(name));
        Answers.sent(acl.owner(), "Owner"); // an access control list may be empty; its owner is always there
        return acl.grants().stream()
                .map(grant -> new Grant(
                        grant.grantee().uri() != null
                                ? grant.grantee().uri()
                                : orEmpty(grant.grantee().id()),
                        grant.permissionAsString()))
                .toList();
    }

    private static String ownershipOf(String name, S3Client s3) {
        return Answers.orIfAbsent(
                () -> s3.getBucketOwnershipControls(request -> request.bucket(name))
                        .ownershipControls()
                        .rules()
                        .get(0)
                        .objectOwnershipAsString(),
                "ObjectWriter",
                "OwnershipControlsNotFoundError");
    }

    private static PublicAccessBlock publicAccessBlockOf(String name, S3Client s3) {
        return Answers.orIfAbsent(
                () -> {
                    var block = s3.getPublicAccessBlock(request -> request.bucket(name))
                            .publicAccessBlockConfiguration();
                    return new PublicAccessBlock(
                            Answers.sent(block.blockPublicAcls(), "BlockPublicAcls"),
                            Answers.sent(block.ignorePublicAcls(), "IgnorePublicAcls"),
                            Answers.sent(block.blockPublicPolicy(), "BlockPublicPolicy"),
                            Answers.sent(block.restrictPublicBuckets(), "RestrictPublicBuckets"));
                },
                PublicAccessBlock.OFF,
                "NoSuchPublicAccessBlockConfiguration");
    }

    private static Notifications notificationsOf(String name, S3Client s3) {
        var answer = s3.getBucketNotificationConfiguration(request -> request.bucket(name));
        return new Notifications(
                answer.eventBridgeConfiguration() != null,
                Stream.of(
                                answer.topicConfigurations().stream()
                                        .flatMap(topic -> topic.eventsAsStrings().stream()),
                                answer.queueConfigurations().stream()
                                        .flatMap(queue -> queue.eventsAsStrings().stream()),
                                answer.lambdaFunctionConfigurations().stream()
                                        .flatMap(function -> function.eventsAsStrings().stream()))
                        .flatMap(events -> events)
                        .toList());
    }

    private static ObjectLock objectLockOf(String name, S3Client s3) {
        return Answers.orIfAbsent(
                () -> {
                    var lock = Answers.sent(
                            s3.getObjectLockConfiguration(request -> request.bucket(name))
                                    .objectLockConfiguration(),
                            "ObjectLockConfiguration");
                    return new ObjectLock(
                            "Enabled".equals(lock.objectLockEnabledAsString()),
                            Optional.ofNullable(lock.rule())
                                    .flatMap(rule -> Optional.ofNullable(rule.defaultRetention()))
                                    .flatMap(retention -> Optional.ofNullable(retention.modeAsString())));
                },
                ObjectLock.OFF,
                "ObjectLockConfigurationNotFoundError");
    }

    private static List<ReplicationRule> replicationOf(String name, S3Client s3) {
        return Answers.orIfAbsent(
                        () -> s3.getBucketReplication(request -> request.bucket(name))
                                .replicationConfiguration()
                                .rules(),
                        List.<software.amazon.awssdk.services.s3.model.ReplicationRule>of(),
                        "ReplicationConfigurationNotFoundError")
                .stream()
                .map(rule -> new ReplicationRule(
                        orEmpty(rule.id()),
                        "Enabled".equals(rule.statusAsString()),
                        new Arn(rule.destination().bucket())))
                .toList();
    }

    static List<LifecycleRule> lifecycleOf(String name, S3Client s3) {
        return Answers.orIfAbsent(
                        () -> s3.getBucketLifecycleConfiguration(request -> request.bucket(name))
                                .rules(),
                        List.<software.amazon.awssdk.services.s3.model.LifecycleRule>of(),
                        "NoSuchLifecycleConfiguration")
                .stream()
                .map(rule -> new LifecycleRule(
                        orEmpty(rule.id()),
                        "Enabled".equals(rule.statusAsString()),
                        isWholeBucket(rule),
                        days(
                                rule.expiration() == null
                                        ? null
                                        : rule.expiration().days()),
                        days(
                                rule.noncurrentVersionExpiration() == null
                                        ? null
                                        : rule.noncurrentVersionExpiration().noncurrentDays()),
                        days(
                                rule.abortIncompleteMultipartUpload() == null
                                        ? null
                                        : rule.abortIncompleteMultipartUpload().daysAfterInitiation()),
                        rule.hasTransitions() || rule.hasNoncurrentVersionTransitions()))
                .toList();
    }

    /** An empty prefix is how the API writes "all objects"; the older form has the prefix outside of the filter. */
    @SuppressWarnings("deprecation") // AWS still answers with it for rules that were set that way
    private static boolean isWholeBucket(software.amazon.awssdk.services.s3.model.LifecycleRule rule) {
        var filter = rule.filter();
        return orEmpty(rule.prefix()).isEmpty()
                && (filter == null
                        || orEmpty(filter.prefix()).isEmpty()
                                && filter.tag() == null
                                && filter.and() == null
                                && filter.objectSizeGreaterThan() == null
                                && filter.objectSizeLessThan() == null);
    }

    private static OptionalInt days(@Nullable Integer days) {
        return days == null ? OptionalInt.empty() : OptionalInt.of(days);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
