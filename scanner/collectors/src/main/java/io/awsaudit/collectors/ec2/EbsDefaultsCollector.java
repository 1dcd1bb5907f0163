package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.ec2.EbsDefaults;
import io.awsaudit.inventory.ec2.EbsDefaults.SnapshotBlockPublicAccess;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what EBS does by default in a region. */
final class EbsDefaultsCollector implements Collector<EbsDefaults> {
    private static final Detail BLOCK_PUBLIC_ACCESS =
            Detail.of(EbsDefaults.class, "snapshotBlockPublicAccess", "ec2:GetSnapshotBlockPublicAccessState");
    private static final Detail ENCRYPTION =
            Detail.of(EbsDefaults.class, "encryptionByDefault", "ec2:GetEbsEncryptionByDefault");
    private static final Detail KMS_KEY = Detail.of(EbsDefaults.class, "defaultKmsKey", "ec2:GetEbsDefaultKmsKeyId");

    @Override
    public Set<Class<? extends EbsDefaults>> yields() {
        return Set.of(EbsDefaults.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(BLOCK_PUBLIC_ACCESS, ENCRYPTION, KMS_KEY);
    }

    @Override
    public Stream<EbsDefaults> collect(Reads reads) {
        Arn arn = reads.arn("ec2", "ebs-defaults");
        return Stream.of(new EbsDefaults(
                Identity.untagged(arn, reads.account(), reads.region(), "EBS defaults of " + reads.region()),
                reads.observe(
                        ENCRYPTION,
                        arn,
                        () -> reads.client(Ec2.CLIENT)
                                .getEbsEncryptionByDefault(request -> {})
                                .ebsEncryptionByDefault()),
                reads.observe(
                        KMS_KEY,
                        arn,
                        () -> reads.client(Ec2.CLIENT)
                                .getEbsDefaultKmsKeyId(request -> {})
                                .kmsKeyId()),
                blockPublicAccess(arn, reads)));
    }

    private static Observed<SnapshotBlockPublicAccess> blockPublicAccess(Arn arn, Reads reads) {
        return reads.observe(
                BLOCK_PUBLIC_ACCESS,
                arn,
                () -> Answers.orIfNoSuchOperation(
                        () -> new SnapshotBlockPublicAccess(reads.client(Ec2.CLIENT)
                                .getSnapshotBlockPublicAccessState(request -> {})
                                .stateAsString()),
                        SnapshotBlockPublicAccess.UNBLOCKED));
    }
}
