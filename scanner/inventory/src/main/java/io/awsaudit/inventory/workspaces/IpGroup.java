package io.awsaudit.inventory.workspaces;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.IpRange;
import java.util.List;

/**
 * Addresses that may connect to the WorkSpaces of the directories that name it, read whole by {@code
 * workspaces:DescribeIpGroups}.
 *
 * <p>CloudFormation has no such type; the name follows that of WorkSpaces themselves.
 *
 * @see <a href="https://docs.aws.amazon.com/workspaces/latest/api/API_WorkspacesIpGroup.html">WorkspacesIpGroup</a>
 */
@CloudFormationType("AWS::WorkSpaces::IpGroup")
public record IpGroup(Identity identity, List<IpRange> ranges) implements Resource {
    public IpGroup {
        ranges = List.copyOf(ranges);
    }

    /** {@return whether its ranges together are all IPv4 addresses, or all IPv6 ones} */
    public boolean admitsEverybody() {
        return IpRange.areEverything(ranges.stream().filter(range -> !range.isIpv6()))
                || IpRange.areEverything(ranges.stream().filter(IpRange::isIpv6));
    }
}
