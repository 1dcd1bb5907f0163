package io.awsaudit.inventory.efs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * A way into a file system, read whole by {@code elasticfilesystem:DescribeAccessPoints}; one that is being deleted is none
 * any more.
 *
 * @param rootDirectory what its users see as the root, {@code /} where it is that of the file system
 * @param enforcesUser whether all that comes through it acts as one POSIX user; else clients say who they are
 * @see <a href="https://docs.aws.amazon.com/efs/latest/ug/API_AccessPointDescription.html">AccessPointDescription</a>
 */
@CloudFormationType("AWS::EFS::AccessPoint")
public record AccessPoint(Identity identity, Arn fileSystem, String rootDirectory, boolean enforcesUser)
        implements Resource {
    /** {@return whether its users see the whole file system} */
    public boolean showsEverything() {
        return rootDirectory.isEmpty() || rootDirectory.equals("/");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, fileSystem));
    }
}
