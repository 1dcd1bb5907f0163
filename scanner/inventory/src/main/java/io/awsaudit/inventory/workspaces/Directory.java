package io.awsaudit.inventory.workspaces;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory that WorkSpaces are made in, with what they all have, read by {@code workspaces:DescribeWorkspaceDirectories}
 * but for its tags. One that is being taken out of WorkSpaces is none any more.
 *
 * <p>CloudFormation has no such type; the name follows that of WorkSpaces themselves.
 *
 * @param ipGroups what says where one may connect from; from everywhere where there are none
 * @param internetAccess whether new WorkSpaces get a public address; empty where AWS does not say
 * @param userIsAdministrator whether users administer their WorkSpaces; empty where AWS does not say
 * @param maintenanceEnabled whether AWS updates those WorkSpaces that stop by themselves; empty where AWS does not say
 * @see <a href="https://docs.aws.amazon.com/workspaces/latest/api/API_WorkspaceDirectory.html">WorkspaceDirectory</a>
 */
@CloudFormationType("AWS::WorkSpaces::Directory")
public record Directory(
        Identity identity,
        List<Arn> ipGroups,
        List<Arn> subnets,
        Optional<Boolean> internetAccess,
        Optional<Boolean> userIsAdministrator,
        Optional<Boolean> maintenanceEnabled)
        implements Resource {
    public Directory {
        ipGroups = List.copyOf(ipGroups);
        subnets = List.copyOf(subnets);
    }

    /** {@return whether new WorkSpaces get a public address} */
    public boolean givesPublicAddresses() {
        return internetAccess.orElse(false);
    }

    /** {@return whether users administer their WorkSpaces} */
    public boolean makesAdministrators() {
        return userIsAdministrator.orElse(false);
    }

    /** {@return whether it is known that AWS does not update what runs in it} */
    public boolean leavesUnmaintained() {
        return maintenanceEnabled.filter(enabled -> !enabled).isPresent();
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                ipGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)));
    }
}
