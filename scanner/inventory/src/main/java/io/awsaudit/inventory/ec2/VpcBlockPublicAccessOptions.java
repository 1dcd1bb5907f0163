package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * Whether a region of the account lets its VPCs reach the internet through internet gateways; always one a region.
 *
 * <p>AWS has no ARN for it: {@code arn:aws:ec2:eu-west-1:123456789012:vpc-block-public-access-options}.
 *
 * @param internetGatewayBlockMode {@link Mode#OFF} where nobody chose, and where the region does not know the feature
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_VpcBlockPublicAccessOptions.html">VpcBlockPublicAccessOptions</a>
 */
@CloudFormationType("AWS::EC2::VPCBlockPublicAccessOptions")
public record VpcBlockPublicAccessOptions(Identity identity, Observed<Mode> internetGatewayBlockMode)
        implements Resource {
    /** What traffic of internet gateways is blocked. */
    public record Mode(String value) implements OpenValue {
        public static final Mode OFF = new Mode("off");
        public static final Mode BLOCK_BIDIRECTIONAL = new Mode("block-bidirectional");
        public static final Mode BLOCK_INGRESS = new Mode("block-ingress");
    }

    /** {@return whether its mode is known, and is none of those named} */
    public boolean blocksNoneOf(List<String> modes) {
        return internetGatewayBlockMode.knownNotTo(mode -> modes.contains(mode.value()));
    }
}
