package io.awsaudit.inventory.cloudfront;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.s3.Bucket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A distribution of CloudFront, read by {@code cloudfront:ListDistributions} but for what is in {@code config}.
 *
 * @param multiTenant whether it is a template for tenants, who have names and certificates of their own
 * @param cacheBehaviors the default one first
 * @param webAcl the ARN of a web ACL of AWS WAF, or the id of one of AWS WAF Classic
 * @param httpVersion {@code http1.1}, {@code http2}, {@code http3} or {@code http2and3}, in that letter case or another
 * @param geoRestriction {@code none}, {@code whitelist} or {@code blacklist}
 * @param logDeliveries where standard logging (v2) delivers access logs to; CloudWatch Logs keeps that, in us-east-1
 * @param missingBuckets those of its origins' buckets that exist in no account
 * @see <a href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_DistributionSummary.html">DistributionSummary</a>
 */
@CloudFormationType("AWS::CloudFront::Distribution")
public record Distribution(
        Identity identity,
        boolean multiTenant,
        List<Origin> origins,
        List<OriginGroup> originGroups,
        List<CacheBehavior> cacheBehaviors,
        ViewerCertificate viewerCertificate,
        Optional<String> webAcl,
        String geoRestriction,
        String httpVersion,
        Observed<DistributionConfig> config,
        Observed<List<Arn>> logDeliveries,
        Observed<List<String>> missingBuckets)
        implements Resource {
    /** Holds where there is nothing of a kind. */
    public static final Predicate<List<?>> NONE = List::isEmpty;

    public Distribution {
        origins = List.copyOf(origins);
        originGroups = List.copyOf(originGroups);
        cacheBehaviors = List.copyOf(cacheBehaviors);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        buckets().stream()
                                .map(bucket ->
                                        new Edge(arn(), Relation.ROUTES_TO, Bucket.arnOf(arn().partition(), bucket))),
                        webAcl.stream()
                                .filter(acl -> acl.startsWith("arn:"))
                                .map(acl -> new Edge(arn(), Relation.PROTECTED_BY, new Arn(acl))),
                        config.asOptional().flatMap(DistributionConfig::logBucket).flatMap(S3Domain::bucketOf).stream()
                                .map(bucket ->
                                        new Edge(arn(), Relation.LOGS_TO, Bucket.arnOf(arn().partition(), bucket))),
                        logDeliveries.asOptional().orElse(List.of()).stream()
                                .map(destination -> new Edge(arn(), Relation.LOGS_TO, destination)))
                .flatMap(edges -> edges)
                .distinct();
    }

    /** {@return whether it speaks a version of HTTP, such as {@code 3}} */
    public boolean speaksHttp(String version) {
        return httpVersion.toLowerCase(Locale.ROOT).matches("http(\\d(\\.\\d)?and)?" + version + "(and\\d)?");
    }

    /** {@return the paths whose answers it never compresses} */
    public List<String> uncompressedPaths() {
        return cacheBehaviors.stream()
                .filter(behavior -> !behavior.compress())
                .map(CacheBehavior::pathPattern)
                .toList();
    }

    /** {@return the buckets among its origins} */
    public List<String> buckets() {
        return origins.stream()
                .flatMap(origin -> origin.bucket().stream())
                .distinct()
                .toList();
    }

    /** {@return whether S3's API is among its origins} */
    public boolean fetchesFromS3() {
        return origins.stream().anyMatch(Origin::isS3);
    }

    /** {@return whether a Lambda function's URL is among its origins} */
    public boolean fetchesFromFunctionUrl() {
        return origins.stream().anyMatch(Origin::isFunctionUrl);
    }

    /** {@return whether a web server is among its origins} */
    public boolean fetchesFromWebServer() {
        return origins.stream().anyMatch(origin -> origin.customOriginConfig().isPresent());
    }

    /** {@return the origins in S3 that it fetches from without an origin access control} */
    public List<Origin> uncontrolledS3Origins() {
        return origins(origin -> origin.isS3() && origin.originAccessControl().isEmpty());
    }

    /** {@return the Lambda functions' URLs that it fetches from without an origin access control} */
    public List<Origin> uncontrolledFunctionUrls() {
        return origins(
                origin -> origin.isFunctionUrl() && origin.originAccessControl().isEmpty());
    }

    /** {@return the ids of the origin access controls that its origins name} */
    public List<String> originAccessControls() {
        return origins.stream()
                .flatMap(origin -> origin.originAccessControl().stream())
                .distinct()
                .toList();
    }

    /** {@return the origins in S3 that name an origin access control} */
    public List<Origin> s3OriginsUnder(String originAccessControl) {
        return origins(origin -> origin.isS3() && origin.isUnder(originAccessControl));
    }

    /** {@return the Lambda functions' URLs that name an origin access control} */
    public List<Origin> functionUrlsUnder(String originAccessControl) {
        return origins(origin -> origin.isFunctionUrl() && origin.isUnder(originAccessControl));
    }

    /**
     * {@return the web servers that it may speak to without TLS: always, or when a viewer does, whose requests a cache
     * behavior then hands on as they came}
     */
    public List<Origin> plainHttpOrigins() {
        Set<String> reachedByPlainHttp = cacheBehaviors.stream()
                .filter(CacheBehavior::allowsPlainHttp)
                .flatMap(behavior -> originsOf(behavior.targetOriginId()))
                .collect(Collectors.toSet());
        return origins(origin -> origin.hasProtocolPolicy("http-only")
                || origin.hasProtocolPolicy("match-viewer") && reachedByPlainHttp.contains(origin.id()));
    }

    /** {@return the web servers with which it may agree on SSLv3} */
    public List<Origin> sslV3Origins() {
        return origins(origin -> origin.customOriginConfig()
                .filter(config -> config.originSslProtocols().contains("SSLv3"))
                .isPresent());
    }

    /** {@return whether some origin has another that stands in for it} */
    public boolean hasFailover() {
        return originGroups.stream().anyMatch(group -> group.members().size() > 1);
    }

    /** {@return the cache behaviors under which viewers may do without TLS} */
    public List<CacheBehavior> plainHttpBehaviors() {
        return cacheBehaviors.stream().filter(CacheBehavior::allowsPlainHttp).toList();
    }

    /** {@return the cache behaviors that accept requests without a signature by a key of a key group} */
    public List<CacheBehavior> behaviorsWithoutKeyGroup() {
        return cacheBehaviors.stream()
                .filter(behavior -> behavior.trustedSigners() || !behavior.trustedKeyGroups())
                .toList();
    }

    private List<Origin> origins(Predicate<Origin> test) {
        return origins.stream().filter(test).toList();
    }

    private Stream<String> originsOf(String target) {
        return Stream.concat(
                Stream.of(target),
                originGroups.stream()
                        .filter(group -> group.id().equals(target))
                        .flatMap(group -> group.members().stream()));
    }
}
