package io.awsaudit.inventory.fsx;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A file system of FSx, read whole by {@code fsx:DescribeFileSystems}; one that is being deleted is none any more.
 *
 * @param fileSystemType {@code WINDOWS}, {@code LUSTRE}, {@code ONTAP} or {@code OPENZFS}
 * @param status such as {@code AVAILABLE}
 * @param deploymentType how it is spread, in words that depend on the type, such as {@code MULTI_AZ_1} or {@code SCRATCH_2}
 * @param backupRetentionDays how long automatic daily backups are kept, 0 when they are off; empty where the file system can
 *     have none
 * @param copyTagsToVolumes of OpenZFS alone
 * @param fileAccessAudit which attempts to use files Windows writes into a log, such as {@code SUCCESS_AND_FAILURE};
 *     {@code DISABLED} when none, and empty for other types
 * @param dataCompression of Lustre alone, {@code NONE} or {@code LZ4}
 * @see <a href="https://docs.aws.amazon.com/fsx/latest/APIReference/API_FileSystem.html">FileSystem</a>
 */
@CloudFormationType("AWS::FSx::FileSystem")
public record FileSystem(
        Identity identity,
        String fileSystemType,
        String status,
        Optional<String> deploymentType,
        Optional<Arn> kmsKey,
        List<Arn> subnets,
        OptionalInt backupRetentionDays,
        boolean copyTagsToBackups,
        boolean copyTagsToVolumes,
        Optional<String> fileAccessAudit,
        Optional<String> dataCompression)
        implements Resource {
    public FileSystem {
        subnets = List.copyOf(subnets);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)));
    }

    /** {@return whether it is one of Windows File Server} */
    public boolean isWindows() {
        return fileSystemType.equals("WINDOWS");
    }

    /** {@return whether it is one of Lustre} */
    public boolean isLustre() {
        return fileSystemType.equals("LUSTRE");
    }

    /** {@return whether it is one of NetApp ONTAP} */
    public boolean isOntap() {
        return fileSystemType.equals("ONTAP");
    }

    /** {@return whether it is one of OpenZFS} */
    public boolean isOpenZfs() {
        return fileSystemType.equals("OPENZFS");
    }

    /** {@return whether it is made for data that can be had again, is not replicated, and cannot be backed up} */
    public boolean isScratch() {
        return deploymentType.filter(type -> type.startsWith("SCRATCH")).isPresent();
    }

    /** {@return whether it is spread in one of some ways} */
    public boolean isDeployedAs(List<String> types) {
        return deploymentType.filter(types::contains).isPresent();
    }
}
