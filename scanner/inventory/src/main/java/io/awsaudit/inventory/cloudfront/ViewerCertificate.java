package io.awsaudit.inventory.cloudfront;

import java.util.List;
import java.util.Optional;

/**
 * How a distribution speaks TLS with viewers.
 *
 * @param certificate the ARN of a certificate in ACM, or the id of one in IAM; empty where CloudFront's own is used, and
 *     with it the rest means nothing: AWS then reports {@code vip} and {@code TLSv1}, and takes TLSv1 whatever is set
 * @param sslSupportMethod {@code sni-only}, {@code vip} or {@code static-ip}
 * @param minimumProtocolVersion the security policy, such as {@code TLSv1.2_2021}
 * @see <a href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_ViewerCertificate.html">ViewerCertificate</a>
 */
public record ViewerCertificate(
        Optional<String> certificate, Optional<String> sslSupportMethod, Optional<String> minimumProtocolVersion) {
    /** {@return whether it is for names of the customer's own} */
    public boolean isCustom() {
        return certificate.isPresent();
    }

    /** {@return whether viewers have to name the host that they want, so that no addresses are kept for it} */
    public boolean usesSni() {
        return sslSupportMethod.filter("sni-only"::equals).isPresent();
    }

    /** {@return whether its security policy is one of some} */
    public boolean hasPolicyOf(List<String> policies) {
        return minimumProtocolVersion.filter(policies::contains).isPresent();
    }
}
