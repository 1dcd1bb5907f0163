package io.awsaudit.inventory.cloudfront;

import java.util.List;
import java.util.Optional;

/**
 * Where a distribution fetches what it serves.
 *
 * @param originAccessControl the id of what signs CloudFront's requests to it
 * @param originAccessIdentity the older way to sign requests to a bucket
 * @param customOriginConfig how it is spoken to; empty for a bucket, and for what lies within a VPC
 * @param inVpc whether it lies in a private subnet; the VPC origin then says how it is spoken to
 * @see <a href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Origin.html">Origin</a>
 */
public record Origin(
        String id,
        String domainName,
        Optional<String> originAccessControl,
        Optional<String> originAccessIdentity,
        Optional<CustomOriginConfig> customOriginConfig,
        boolean inVpc) {

    /**
     * How a web server is spoken to, a bucket's website among them.
     *
     * @param originProtocolPolicy {@code http-only}, {@code https-only} or {@code match-viewer}
     * @param originSslProtocols those that CloudFront may agree to
     */
    public record CustomOriginConfig(String originProtocolPolicy, List<String> originSslProtocols) {
        public CustomOriginConfig {
            originSslProtocols = List.copyOf(originSslProtocols);
        }
    }

    /** {@return whether it is a bucket, or an access point, that is asked by S3's own API} */
    public boolean isS3() {
        return customOriginConfig.isEmpty() && !inVpc;
    }

    /** {@return the bucket, empty where it is none, or an access point stands before it} */
    public Optional<String> bucket() {
        return isS3() ? S3Domain.bucketOf(domainName) : Optional.empty();
    }

    /** {@return whether it is the URL of a Lambda function} */
    public boolean isFunctionUrl() {
        return domainName.contains(".lambda-url.");
    }

    /** {@return whether it names an origin access control} */
    boolean isUnder(String control) {
        return originAccessControl.filter(control::equals).isPresent();
    }

    /** {@return whether it is a web server to which this is the policy} */
    boolean hasProtocolPolicy(String policy) {
        return customOriginConfig
                .filter(config -> config.originProtocolPolicy().equals(policy))
                .isPresent();
    }
}
