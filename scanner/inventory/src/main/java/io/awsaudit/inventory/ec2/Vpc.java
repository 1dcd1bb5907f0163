package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.List;

/**
 * A virtual private cloud that the account owns, read whole by {@code ec2:DescribeVpcs}; one shared by another account
 * is a resource of that account.
 *
 * @param isDefault whether it is the one that AWS made in the region
 * @param ranges those associated with it, IPv4 first
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Vpc.html">Vpc</a>
 */
@CloudFormationType("AWS::EC2::VPC")
public record Vpc(Identity identity, boolean isDefault, List<IpRange> ranges) implements Resource {
    public Vpc {
        ranges = List.copyOf(ranges);
    }
}
