package io.awsaudit.inventory.efs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An elastic file system, read by {@code elasticfilesystem:DescribeFileSystems}; one that is being deleted is none any
 * more.
 *
 * @param availabilityZone the only one that holds it, for One Zone file systems
 * @param throughputMode {@code bursting}, {@code provisioned} or {@code elastic}
 * @param backupPolicy whether AWS Backup's automatic plan covers it; {@link BackupPolicy#DISABLED} where never set
 * @param policy {@link Policy#NONE} where it has none: whoever reaches a mount target can use it then, and nobody else
 * @param lifecycle when files move between storage classes; empty where never set
 * @param mountTargets how many there are; without one nothing can reach it
 * @param replica whether it is kept equal to another file system, and cannot be written to
 * @see <a href="https://docs.aws.amazon.com/efs/latest/ug/API_FileSystemDescription.html">FileSystemDescription</a>
 */
@CloudFormationType("AWS::EFS::FileSystem")
public record FileSystem(
        Identity identity,
        boolean encrypted,
        Optional<Arn> kmsKey,
        Optional<String> availabilityZone,
        Optional<String> throughputMode,
        Observed<BackupPolicy> backupPolicy,
        Observed<Policy> policy,
        Observed<List<LifecyclePolicy>> lifecycle,
        int mountTargets,
        boolean replica)
        implements Governed {
    /** Holds where no file ever moves to a cheaper storage class. */
    public static final Predicate<List<LifecyclePolicy>> WITHOUT_TRANSITIONS =
            policies -> policies.stream().noneMatch(LifecyclePolicy::movesToColderStorage);

    /** Holds of policies under which everybody may use the file system. */
    public static final Predicate<Policy> PUBLIC = Policy::allowsEveryone;

    /** Holds where automatic backups are neither on nor being turned on. */
    public static final Predicate<BackupPolicy> NOT_BACKED_UP =
            backups -> !backups.equals(BackupPolicy.ENABLED) && !backups.equals(BackupPolicy.ENABLING);

    /** Whether automatic backups are on. */
    public record BackupPolicy(String value) implements OpenValue {
        public static final BackupPolicy ENABLED = new BackupPolicy("ENABLED");
        public static final BackupPolicy ENABLING = new BackupPolicy("ENABLING");
        public static final BackupPolicy DISABLED = new BackupPolicy("DISABLED");
        public static final BackupPolicy DISABLING = new BackupPolicy("DISABLING");
    }

    /**
     * A step of lifecycle management.
     *
     * @param transitionToIa after how long unread a file becomes infrequently accessed, such as {@code AFTER_30_DAYS}
     * @param transitionToArchive after how long unread a file is archived
     * @param transitionToPrimaryStorageClass when a file moves back
     */
    public record LifecyclePolicy(
            Optional<String> transitionToIa,
            Optional<String> transitionToArchive,
            Optional<String> transitionToPrimaryStorageClass) {
        /** {@return whether files move to a storage class that costs less} */
        public boolean movesToColderStorage() {
            return transitionToIa.isPresent() || transitionToArchive.isPresent();
        }
    }

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    @Override
    public Stream<Edge> edges() {
        return kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }

    /** {@return the statements of its policy that let everybody in, as evidence} */
    public List<String> publicStatements() {
        return policy.asOptional()
                .map(document -> document.labels(statement -> statement.allowsEveryone()))
                .orElse(List.of());
    }
}
