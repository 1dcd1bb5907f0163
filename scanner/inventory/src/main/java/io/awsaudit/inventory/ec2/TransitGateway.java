package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;

/**
 * A transit gateway that the account owns, read whole by {@code ec2:DescribeTransitGateways}; one that another account
 * shares is that account's, and one that is being deleted is none any more.
 *
 * @param autoAcceptSharedAttachments what becomes of VPCs that other accounts attach
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TransitGatewayOptions.html">TransitGatewayOptions</a>
 */
@CloudFormationType("AWS::EC2::TransitGateway")
public record TransitGateway(Identity identity, String state, AutoAccept autoAcceptSharedAttachments)
        implements Resource {
    /** Whether attachments are accepted without anybody looking. */
    public record AutoAccept(String value) implements OpenValue {
        public static final AutoAccept DISABLE = new AutoAccept("disable");
        public static final AutoAccept ENABLE = new AutoAccept("enable");
    }
}
