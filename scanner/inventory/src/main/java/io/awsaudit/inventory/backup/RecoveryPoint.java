package io.awsaudit.inventory.backup;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A backup in a vault, read whole by {@code backup:ListRecoveryPointsByBackupVault} but for its tags. One that is
 * being deleted is none any more. CloudFormation has no type for it; AWS Config calls it by this one.
 *
 * @param identity the ARN is often that of a snapshot or image of another service
 * @param vault where it is
 * @param resource what it was made of
 * @param resourceType such as {@code EFS}
 * @param status such as {@code COMPLETED} or {@code EXPIRED}
 * @param kmsKey the key that encrypts it
 * @param deleteAfterDays how long after it was made it is deleted; empty where it is kept until somebody deletes it
 * @param parent the backup of a whole, such as a stack of CloudFormation, that it is a part of
 * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/API_RecoveryPointByBackupVault.html">RecoveryPointByBackupVault</a>
 */
@CloudFormationType("AWS::Backup::RecoveryPoint")
public record RecoveryPoint(
        Identity identity,
        Arn vault,
        Optional<Arn> resource,
        String resourceType,
        String status,
        boolean encrypted,
        Optional<Arn> kmsKey,
        OptionalInt deleteAfterDays,
        Optional<Arn> parent)
        implements Resource {
    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        Stream.of(new Edge(arn(), Relation.IN, vault)),
                        resource.stream().map(origin -> new Edge(arn(), Relation.CREATED_FROM, origin)),
                        kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)))
                .flatMap(edges -> edges);
    }

    /** {@return whether it is deleted sooner than after some days} */
    public boolean isKeptLessThan(long days) {
        return deleteAfterDays.isPresent() && deleteAfterDays.getAsInt() < days;
    }
}
