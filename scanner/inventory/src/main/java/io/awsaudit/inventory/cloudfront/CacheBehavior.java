package io.awsaudit.inventory.cloudfront;

/**
 * What a distribution does with the requests for some paths.
 *
 * @param pathPattern {@code *} for the default one, which comes last at work and first in {@link Distribution}
 * @param targetOriginId an origin or an origin group
 * @param viewerProtocolPolicy {@code allow-all}, {@code https-only} or {@code redirect-to-https}
 * @param trustedSigners whether signatures of AWS accounts are accepted, made with keys of their root users
 * @param trustedKeyGroups whether signatures by the keys of key groups are demanded
 * @param compress whether CloudFront compresses what it serves to viewers that can take it
 * @see <a href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CacheBehavior.html">CacheBehavior</a>
 */
public record CacheBehavior(
        String pathPattern,
        String targetOriginId,
        String viewerProtocolPolicy,
        boolean trustedSigners,
        boolean trustedKeyGroups,
        boolean compress) {
    /** {@return whether viewers may do without TLS} */
    boolean allowsPlainHttp() {
        return viewerProtocolPolicy.equals("allow-all");
    }
}
