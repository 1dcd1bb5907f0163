package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;

/**
 * Whether machine images of a region of the account can be made public; always one a region.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code arn:aws:ec2:eu-west-1:123456789012:image-block-public-access}.
 *
 * @param state {@link State#UNBLOCKED} where the region does not know the feature, so that nothing can have been blocked
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_GetImageBlockPublicAccessState.html">GetImageBlockPublicAccessState</a>
 */
@CloudFormationType("AWS::EC2::ImageBlockPublicAccess")
public record ImageBlockPublicAccess(Identity identity, Observed<State> state) implements Resource {
    /** What of public sharing is blocked; images that are public already stay so. */
    public record State(String value) implements OpenValue {
        public static final State BLOCK_NEW_SHARING = new State("block-new-sharing");
        public static final State UNBLOCKED = new State("unblocked");
    }
}
