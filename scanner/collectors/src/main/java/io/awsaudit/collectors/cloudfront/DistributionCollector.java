package io.awsaudit.collectors.cloudfront;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.SharedServices;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.cloudfront.CacheBehavior;
import io.awsaudit.inventory.cloudfront.Distribution;
import io.awsaudit.inventory.cloudfront.DistributionConfig;
import io.awsaudit.inventory.cloudfront.Origin;
import io.awsaudit.inventory.cloudfront.OriginGroup;
import io.awsaudit.inventory.cloudfront.ViewerCertificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudfront.model.DistributionList;
import software.amazon.awssdk.services.cloudfront.model.DistributionSummary;
import software.amazon.awssdk.services.cloudfront.model.Tag;
import software.amazon.awssdk.services.cloudfront.model.TrustedKeyGroups;
import software.amazon.awssdk.services.cloudfront.model.TrustedSigners;

/** Reads every distribution of the account, and of each what the listing leaves out. */
final class DistributionCollector implements Collector<Distribution> {
    private static final Operation LIST_DISTRIBUTIONS = Operation.of("cloudfront:ListDistributions");
    private static final Detail CONFIG = Detail.of(Distribution.class, "config", "cloudfront:GetDistributionConfig");
    private static final Detail DELIVERIES =
            new Detail(Distribution.class, "logDeliveries", LogDeliveries.DESCRIBE_DELIVERIES);
    private static final Detail DELIVERY_SOURCES =
            new Detail(Distribution.class, "logDeliveries", LogDeliveries.DESCRIBE_DELIVERY_SOURCES);
    private static final Detail MISSING_BUCKETS = Detail.of(
                    Distribution.class, "missingBuckets", "s3:GetBucketLocation")
            .per("bucket that it serves");
    private static final Detail TAGS = Detail.of(Distribution.class, "tags", "cloudfront:ListTagsForResource");

    @Override
    public Set<Class<? extends Distribution>> yields() {
        return Set.of(Distribution.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_DISTRIBUTIONS);
    }

    @Override
    public List<Detail> details() {
        return List.of(CONFIG, DELIVERIES, DELIVERY_SOURCES, MISSING_BUCKETS, TAGS);
    }

    @Override
    public Stream<Distribution> collect(Reads reads) {
        if (!CloudFront.exists(reads)) {
            return Stream.empty();
        }
        LogDeliveries deliveries = new LogDeliveries(reads);
        return reads.each(
                Distribution.class,
                reads.pages(
                        LIST_DISTRIBUTIONS,
                        () -> TokenPages.of(
                                marker -> Answers.sent(
                                        reads.client(CloudFront.CLIENT)
                                                .listDistributions(request -> request.marker(marker))
                                                .distributionList(),
                                        "DistributionList"),
                                DistributionList::items,
                                DistributionList::nextMarker)),
                listed -> new Arn(listed.arn()),
                listed -> read(listed, deliveries, reads));
    }

    private static Distribution read(DistributionSummary listed, LogDeliveries deliveries, Reads reads) {
        CloudFrontClient cloudFront = reads.client(CloudFront.CLIENT);
        Arn arn = new Arn(listed.arn());
        List<Origin> origins = listed.origins().items().stream()
                .map(DistributionCollector::origin)
                .toList();
        Observed<Map<String, String>> tags = reads.observe(
                TAGS,
                arn,
                () -> cloudFront.listTagsForResource(request -> request.resource(listed.arn())).tags().items().stream()
                        .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value())));
        return new Distribution(
                new Identity(arn, reads.account(), Identity.GLOBAL, nameOf(listed), tags),
                "tenant-only".equals(listed.connectionModeAsString()),
                origins,
                originGroups(listed),
                behaviors(listed),
                certificate(listed),
                text(listed.webACLId()),
                Answers.sent(
                        Answers.sent(listed.restrictions(), "Restrictions")
                                .geoRestriction()
                                .restrictionTypeAsString(),
                        "RestrictionType"),
                Answers.sent(listed.httpVersionAsString(), "HttpVersion"),
                reads.observe(CONFIG, arn, () -> configOf(listed.id(), cloudFront)),
                reads.observe(DELIVERIES, arn, () -> deliveries.of(arn)),
                missingBuckets(arn, origins, reads));
    }

    /** Its first alternate domain name, which is what people know, or else its id. */
    private static String nameOf(DistributionSummary listed) {
        return listed.aliases() == null
                ? listed.id()
                : listed.aliases().items().stream().findFirst().orElse(listed.id());
    }

    private static Origin origin(software.amazon.awssdk.services.cloudfront.model.Origin origin) {
        return new Origin(
                origin.id(),
                origin.domainName(),
                text(origin.originAccessControlId()),
                origin.s3OriginConfig() == null
                        ? Optional.empty()
                        : text(origin.s3OriginConfig().originAccessIdentity()),
                Optional.ofNullable(origin.customOriginConfig())
                        .map(custom -> new Origin.CustomOriginConfig(
                                Answers.sent(custom.originProtocolPolicyAsString(), "OriginProtocolPolicy"),
                                custom.originSslProtocols() == null
                                        ? List.of()
                                        : custom.originSslProtocols().itemsAsStrings())),
                origin.vpcOriginConfig() != null);
    }

    private static List<OriginGroup> originGroups(DistributionSummary listed) {
        return listed.originGroups() == null
                ? List.of()
                : listed.originGroups().items().stream()
                        .map(group -> new OriginGroup(
                                group.id(),
                                group.members().items().stream()
                                        .map(member -> member.originId())
                                        .toList()))
                        .toList();
    }

    private static List<CacheBehavior> behaviors(DistributionSummary listed) {
        List<CacheBehavior> behaviors = new ArrayList<>();
        var standard = Answers.sent(listed.defaultCacheBehavior(), "DefaultCacheBehavior");
        behaviors.add(behavior(
                "*",
                standard.targetOriginId(),
                standard.viewerProtocolPolicyAsString(),
                standard.trustedSigners(),
                standard.trustedKeyGroups(),
                standard.compress()));
        if (listed.cacheBehaviors() != null) {
            listed.cacheBehaviors()
                    .items()
                    .forEach(behavior -> behaviors.add(behavior(
                            behavior.pathPattern(),
                            behavior.targetOriginId(),
                            behavior.viewerProtocolPolicyAsString(),
                            behavior.trustedSigners(),
                            behavior.trustedKeyGroups(),
                            behavior.compress())));
        }
        return behaviors;
    }

    private static CacheBehavior behavior(
            String pathPattern,
            String target,
            @Nullable String viewerProtocolPolicy,
            @Nullable TrustedSigners signers,
            @Nullable TrustedKeyGroups groups,
            @Nullable Boolean compress) {
        return new CacheBehavior(
                pathPattern,
                target,
                Answers.sent(viewerProtocolPolicy, "ViewerProtocolPolicy"),
                signers != null && Boolean.TRUE.equals(signers.enabled()),
                groups != null && Boolean.TRUE.equals(groups.enabled()),
                Boolean.TRUE.equals(compress));
    }

    private static ViewerCertificate certificate(DistributionSummary listed) {
        var certificate = Answers.sent(listed.viewerCertificate(), "ViewerCertificate");
        return new ViewerCertificate(
                text(certificate.acmCertificateArn()).or(() -> text(certificate.iamCertificateId())),
                text(certificate.sslSupportMethodAsString()),
                text(certificate.minimumProtocolVersionAsString()));
    }

    private static DistributionConfig configOf(String id, CloudFrontClient cloudFront) {
        var config = Answers.sent(
                cloudFront.getDistributionConfig(request -> request.id(id)).distributionConfig(), "DistributionConfig");
        Answers.sent(config.callerReference(), "CallerReference"); // every other member may be missing
        return new DistributionConfig(
                text(config.defaultRootObject()),
                config.logging() == null
                                || !Boolean.TRUE.equals(config.logging().enabled())
                        ? Optional.empty()
                        : Optional.of(Answers.sent(config.logging().bucket(), "Bucket")));
    }

    /**
     * S3 tells everybody whether a bucket exists: of those that do not it says so, of others' it refuses to say more, which
     * leaves it open here. One that is missing counts also where another is refused.
     */
    private static Observed<List<String>> missingBuckets(Arn arn, List<Origin> origins, Reads reads) {
        List<String> buckets = origins.stream()
                .flatMap(origin -> origin.bucket().stream())
                .distinct()
                .toList();
        if (buckets.isEmpty()) {
            return Observed.known(List.of());
        }
        return reads.observe(MISSING_BUCKETS, arn, () -> {
            List<String> missing = new ArrayList<>();
            Optional<RuntimeException> refusal = Optional.empty();
            for (String bucket : buckets) {
                try {
                    if (!exists(bucket, reads)) {
                        missing.add(bucket);
                    }
                } catch (RuntimeException e) {
                    refusal = Optional.of(e);
                }
            }
            if (missing.isEmpty() && refusal.isPresent()) {
                throw refusal.get();
            }
            return missing;
        });
    }

    private static boolean exists(String bucket, Reads reads) {
        return Answers.orIfAbsent(
                () -> {
                    reads.client(SharedServices.S3).getBucketLocation(request -> request.bucket(bucket));
                    return true;
                },
                false,
                "NoSuchBucket");
    }

    /** CloudFront sends what is not set as nothing, or as an empty text. */
    private static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isEmpty());
    }
}
