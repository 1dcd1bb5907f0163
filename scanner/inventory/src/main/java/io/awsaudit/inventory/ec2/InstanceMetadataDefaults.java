package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpTokens;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a region of the account chooses for new instances' metadata where a launch leaves it open; always one a region.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code arn:aws:ec2:eu-west-1:123456789012:instance-metadata-defaults}.
 *
 * @param httpTokens whether new instances ask for session tokens; empty where the account has no preference
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMetadataDefaultsResponse.html">InstanceMetadataDefaultsResponse</a>
 */
@CloudFormationType("AWS::EC2::InstanceMetadataDefaults")
public record InstanceMetadataDefaults(Identity identity, Observed<Optional<HttpTokens>> httpTokens)
        implements Resource {
    /** Holds where new instances ask for session tokens unless told otherwise. */
    public static final Predicate<Optional<HttpTokens>> REQUIRED =
            tokens -> tokens.filter(HttpTokens.REQUIRED::equals).isPresent();
}
