package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An EBS snapshot that the account owns, read by {@code ec2:DescribeSnapshots}.
 *
 * <p>CloudFormation has no type for it: the name is ours. Its ARN has no account.
 *
 * @param publiclyRestorable whether its permissions let every AWS account make volumes of it; where the region
 *     {@linkplain EbsDefaults#snapshotBlockPublicAccess blocks} that, they stay as they are and have no effect
 * @param volume what it was made from, which may be gone; empty for copies, for which AWS makes an id up
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html">Snapshot</a>
 */
@CloudFormationType("AWS::EC2::Snapshot")
public record Snapshot(
        Identity identity,
        Observed<Boolean> publiclyRestorable,
        boolean encrypted,
        Optional<Arn> kmsKey,
        int volumeSizeGiB,
        Optional<Arn> volume,
        Optional<Instant> startTime,
        StorageTier storageTier)
        implements Resource {
    /** The tag that AWS Backup gives each snapshot of its own. */
    private static final String BACKUP = "aws:backup:source-resource";

    /** Where a snapshot is kept. */
    public record StorageTier(String value) implements OpenValue {
        public static final StorageTier ARCHIVE = new StorageTier("archive");
        public static final StorageTier STANDARD = new StorageTier("standard");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                volume.stream().map(origin -> new Edge(arn(), Relation.CREATED_FROM, origin)),
                kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)));
    }

    /** {@return the ARN of a snapshot by its id} */
    public static Arn arnOf(String partition, String region, String id) {
        return new Arn("arn:" + partition + ":ec2:" + region + "::snapshot/" + id);
    }

    /** {@return whether it was taken no more than some days before a moment} */
    public boolean isTakenWithin(long days, Instant asOf) {
        return startTime
                .filter(start -> !start.isBefore(asOf.minus(Duration.ofDays(days))))
                .isPresent();
    }

    /** {@return whether it was taken more than some days before a moment} */
    public boolean isOlderThan(long days, Instant asOf) {
        return startTime
                .filter(start -> start.isBefore(asOf.minus(Duration.ofDays(days))))
                .isPresent();
    }

    /** {@return whether it is kept where that costs least} */
    public boolean isArchived() {
        return storageTier.equals(StorageTier.ARCHIVE);
    }

    /** {@return whether AWS Backup made it, and will delete it} */
    public boolean isOfBackup() {
        return tags().knownTo(tags -> tags.containsKey(BACKUP));
    }

    /** {@return whether it is known that not AWS Backup made it} */
    public boolean isKeptByHand() {
        return tags().knownNotTo(tags -> tags.containsKey(BACKUP));
    }
}
