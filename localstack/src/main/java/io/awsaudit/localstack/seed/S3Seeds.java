package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.policybuilder.iam.IamConditionOperator;
import software.amazon.awssdk.policybuilder.iam.IamEffect;
import software.amazon.awssdk.policybuilder.iam.IamPolicy;
import software.amazon.awssdk.policybuilder.iam.IamPrincipal;
import software.amazon.awssdk.policybuilder.iam.IamPrincipalType;
import software.amazon.awssdk.policybuilder.iam.IamStatement;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.ExpirationStatus;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.ReplicationRuleStatus;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** Buckets, and the account's public access block. MFA delete is missing: moto takes it and never returns it. */
final class S3Seeds implements Seeds {
    private static final String LOGS = "hardened-logs";

    @Override
    public void insecure(EmulatedAccount account) {
        S3Client s3 = account.client(S3Client.builder());
        bare(s3, "insecure-bare");
        versioningSuspended(s3, "insecure-versioning-suspended");
        acl(s3, "insecure-public-read-by-acl", BucketCannedACL.PUBLIC_READ);
        acl(s3, "insecure-public-write-by-acl", BucketCannedACL.PUBLIC_READ_WRITE);
        publicPolicy(s3, "insecure-public-read-by-policy", "s3:GetObject");
        // moto gives back only the first permission of a canned list of grants, which for "write" is to read.
        publicPolicy(s3, "insecure-public-write-by-policy", "s3:PutObject");
        administeredFromElsewhere(s3, "insecure-administered-from-elsewhere");
        versionsKept(s3, "insecure-versions-kept");
        bare(s3, "insecure-without-bucket-key");
        s3.putBucketEncryption(request -> request.bucket("insecure-without-bucket-key")
                .serverSideEncryptionConfiguration(encryption -> encryption.rules(rule -> rule.bucketKeyEnabled(false)
                        .applyServerSideEncryptionByDefault(by -> by.sseAlgorithm(ServerSideEncryption.AWS_KMS)))));
        S3ControlClient control = account.client(S3ControlClient.builder());
        accessPoint(control, account.id(), "insecure-public-access-point", "insecure-bare", false);
        multiRegionAccessPoint(account, "insecure-public-everywhere", false, "insecure-bare");
    }

    @Override
    public void hardened(EmulatedAccount account) {
        S3ControlClient control = account.client(S3ControlClient.builder());
        control.putPublicAccessBlock(
                request -> request.accountId(account.id()).publicAccessBlockConfiguration(block(true)));
        hardenedBucket(
                account,
                LOGS,
                IamStatement.builder()
                        .sid("AllowAccessLogs")
                        .effect(IamEffect.ALLOW)
                        .addPrincipal(IamPrincipal.create(IamPrincipalType.SERVICE, "logging.s3.amazonaws.com"))
                        .addAction("s3:PutObject")
                        .addResource("arn:aws:s3:::%s/*".formatted(LOGS))
                        .addCondition(IamConditionOperator.STRING_EQUALS, "aws:SourceAccount", account.id())
                        .build());
        hardenedBucket(account, "hardened-data");
        accessPoint(control, account.id(), "hardened-access-point", "hardened-data", true);
        multiRegionAccessPoint(account, "hardened-everywhere", true, "hardened-data", LOGS);
    }

    /**
     * Makes a bucket with everything on, for whichever service needs one. Its access log goes to the bucket of the logs.
     *
     * @param grants statements beside the one that refuses unencrypted transport
     */
    static void hardenedBucket(EmulatedAccount account, String name, IamStatement... grants) {
        S3Client s3 = account.client(S3Client.builder());
        s3.createBucket(request -> request.bucket(name).objectLockEnabledForBucket(!name.equals(LOGS)));
        s3.putPublicAccessBlock(request -> request.bucket(name)
                .publicAccessBlockConfiguration(block -> block.blockPublicAcls(true)
                        .ignorePublicAcls(true)
                        .blockPublicPolicy(true)
                        .restrictPublicBuckets(true)));
        s3.putBucketTagging(request -> request.bucket(name)
                .tagging(tagging -> tagging.tagSet(tag -> tag.key("Owner").value("data"))));
        ownership(s3, name, ObjectOwnership.BUCKET_OWNER_ENFORCED);
        s3.putBucketVersioning(request -> request.bucket(name)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
        String key = KmsSeeds.hardenedKey(account);
        s3.putBucketEncryption(request -> request.bucket(name)
                .serverSideEncryptionConfiguration(encryption -> encryption.rules(rule -> rule.bucketKeyEnabled(true)
                        .applyServerSideEncryptionByDefault(by ->
                                by.sseAlgorithm(ServerSideEncryption.AWS_KMS).kmsMasterKeyID(key)))));
        s3.putBucketPolicy(request -> request.bucket(name)
                .policy(IamPolicy.builder()
                        .statements(List.of(grants)) // first: past "*" moto seeks the log service's in vain
                        .addStatement(refuseUnencryptedTransport(name))
                        .build()
                        .toJson()));
        s3.putBucketLogging(request -> request.bucket(name)
                .bucketLoggingStatus(status -> status.loggingEnabled(
                        logging -> logging.targetBucket(LOGS).targetPrefix(name + "/"))));
        // The topic that the trail's alarms go to, which comes with them.
        String topic = "arn:aws:sns:%s:%s:hardened-security".formatted(EmulatedAccount.HOME, account.id());
        s3.putBucketNotificationConfiguration(request -> request.bucket(name)
                .skipDestinationValidation(true)
                .notificationConfiguration(tell ->
                        tell.topicConfigurations(told -> told.topicArn(topic).events(Event.S3_OBJECT_REMOVED))));
        s3.putBucketLifecycleConfiguration(request -> request.bucket(name)
                .lifecycleConfiguration(lifecycle -> lifecycle.rules(rule -> {
                    rule.id("tidy")
                            .status(ExpirationStatus.ENABLED)
                            .filter(filter -> filter.prefix(""))
                            .noncurrentVersionExpiration(expiration -> expiration.noncurrentDays(365))
                            .abortIncompleteMultipartUpload(abort -> abort.daysAfterInitiation(7));
                    if (name.endsWith("logs")) {
                        rule.expiration(expiration -> expiration.days(400));
                    }
                })));
        s3.putBucketReplication(request -> request.bucket(name)
                .replicationConfiguration(replication -> replication
                        .role("arn:aws:iam::%s:role/replication".formatted(account.id()))
                        .rules(rule -> rule.id("all")
                                .priority(1)
                                .filter(filter -> filter.prefix(""))
                                .deleteMarkerReplication(markers -> markers.status("Disabled"))
                                .status(ReplicationRuleStatus.ENABLED)
                                .destination(copy -> copy.bucket("arn:aws:s3:::copies-in-another-account")))));
    }

    private static void administeredFromElsewhere(S3Client s3, String name) {
        bare(s3, name);
        s3.putBucketPolicy(request -> request.bucket(name)
                .policy(IamPolicy.builder()
                        .addStatement(statement -> statement
                                .effect(IamEffect.ALLOW)
                                .addPrincipal(
                                        IamPrincipal.create(IamPrincipalType.AWS, "arn:aws:iam::444455556666:root"))
                                .addAction("s3:PutBucketPolicy")
                                .addResource("arn:aws:s3:::" + name))
                        .build()
                        .toJson()));
    }

    private static void versionsKept(S3Client s3, String name) {
        bare(s3, name);
        s3.putBucketVersioning(request -> request.bucket(name)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
    }

    private static void accessPoint(
            S3ControlClient control, String account, String name, String bucket, boolean blocked) {
        control.createAccessPoint(request ->
                request.accountId(account).name(name).bucket(bucket).publicAccessBlockConfiguration(block(blocked)));
    }

    /** AWS makes all of them in one region. */
    private static void multiRegionAccessPoint(
            EmulatedAccount account, String name, boolean blocked, String... buckets) {
        account.client(S3ControlClient.builder(), Region.US_WEST_2)
                .createMultiRegionAccessPoint(request -> request.accountId(account.id())
                        .clientToken(name)
                        .details(details -> details.name(name)
                                .publicAccessBlock(block(blocked))
                                .regions(Stream.of(buckets)
                                        .map(bucket -> software.amazon.awssdk.services.s3control.model.Region.builder()
                                                .bucket(bucket)
                                                .build())
                                        .toList())));
    }

    private static PublicAccessBlockConfiguration block(boolean blocked) {
        return PublicAccessBlockConfiguration.builder()
                .blockPublicAcls(blocked)
                .ignorePublicAcls(blocked)
                .blockPublicPolicy(blocked)
                .restrictPublicBuckets(blocked)
                .build();
    }

    /** Blocks nothing, so that what else is wrong with it takes effect. */
    private static void bare(S3Client s3, String name) {
        s3.createBucket(request -> request.bucket(name));
        s3.deletePublicAccessBlock(request -> request.bucket(name));
        ownership(s3, name, ObjectOwnership.OBJECT_WRITER);
    }

    private static void versioningSuspended(S3Client s3, String name) {
        bare(s3, name);
        s3.putBucketVersioning(request -> request.bucket(name)
                .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.SUSPENDED)));
    }

    private static void acl(S3Client s3, String name, BucketCannedACL acl) {
        bare(s3, name);
        s3.putBucketAcl(request -> request.bucket(name).acl(acl));
    }

    private static void publicPolicy(S3Client s3, String name, String action) {
        bare(s3, name);
        s3.putBucketPolicy(request -> request.bucket(name)
                .policy(IamPolicy.builder()
                        .addStatement(statement -> statement
                                .effect(IamEffect.ALLOW)
                                .addPrincipal(IamPrincipal.ALL)
                                .addAction(action)
                                .addResource("arn:aws:s3:::%s/*".formatted(name)))
                        .build()
                        .toJson()));
    }

    private static void ownership(S3Client s3, String name, ObjectOwnership ownership) {
        s3.putBucketOwnershipControls(request -> request.bucket(name)
                .ownershipControls(controls -> controls.rules(rule -> rule.objectOwnership(ownership))));
    }

    private static IamStatement refuseUnencryptedTransport(String bucket) {
        return IamStatement.builder()
                .sid("RefuseUnencryptedTransport")
                .effect(IamEffect.DENY)
                .addPrincipal(IamPrincipal.ALL)
                .addAction("s3:*")
                .addResource("arn:aws:s3:::" + bucket)
                .addResource("arn:aws:s3:::%s/*".formatted(bucket))
                .addCondition(IamConditionOperator.BOOL, "aws:SecureTransport", "false")
                .build();
    }
}
