package io.awsaudit.inventory.emr;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.PortRange;
import java.util.List;

/**
 * Whether clusters of a region start with security groups that let everybody in; always one a region.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code
 * arn:aws:elasticmapreduce:eu-west-1:123456789012:block-public-access}.
 *
 * @see <a href="https://docs.aws.amazon.com/emr/latest/APIReference/API_BlockPublicAccessConfiguration.html">BlockPublicAccessConfiguration</a>
 */
@CloudFormationType("AWS::EMR::BlockPublicAccess")
public record BlockPublicAccess(Identity identity, Observed<Configuration> configuration) implements Resource {
    /**
     * What is blocked.
     *
     * @param blocked whether clusters with groups that let everybody in do not start
     * @param permitted ports on which groups may let everybody in all the same
     */
    public record Configuration(boolean blocked, List<PortRange> permitted) {
        public Configuration {
            permitted = List.copyOf(permitted);
        }

        /** {@return whether everybody may be let in on other ports than these} */
        public boolean isOpenBeyond(List<String> ports) {
            return !blocked
                    || permitted.stream()
                            .anyMatch(range ->
                                    range.from() != range.to() || !ports.contains(Integer.toString(range.from())));
        }
    }

    /** {@return whether it was read, and lets everybody in on other ports than these} */
    public boolean isOpenBeyond(List<String> ports) {
        return configuration.knownTo(known -> known.isOpenBeyond(ports));
    }
}
