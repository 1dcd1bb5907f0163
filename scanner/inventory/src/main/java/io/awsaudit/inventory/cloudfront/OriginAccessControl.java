package io.awsaudit.inventory.cloudfront;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * What signs the requests of distributions to their origins, read whole by {@code cloudfront:ListOriginAccessControls}.
 *
 * @param id what origins name it by
 * @param signingBehavior {@code always}, {@code no-override}, which leaves a viewer's own signature alone, or {@code never}
 * @see <a href="https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_OriginAccessControlSummary.html">OriginAccessControlSummary</a>
 */
@CloudFormationType("AWS::CloudFront::OriginAccessControl")
public record OriginAccessControl(Identity identity, String id, String signingBehavior) implements Resource {
    /** {@return whether it is switched off, for all origins that name it} */
    public boolean isOff() {
        return signingBehavior.equals("never");
    }
}
