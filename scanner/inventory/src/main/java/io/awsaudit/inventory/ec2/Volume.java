package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * An EBS volume, read whole by {@code ec2:DescribeVolumes}; one that is being deleted is none any more.
 *
 * @param throughputMiBps provisioned, for {@code gp3} alone
 * @param kmsKey the key that encrypts it; empty when it is not encrypted
 * @param attachedTo instances, more than one only with Multi-Attach; or the task of a service that attached it
 * @param snapshot what it was made from, which may be gone
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Volume.html">Volume</a>
 */
@CloudFormationType("AWS::EC2::Volume")
public record Volume(
        Identity identity,
        int sizeGiB,
        VolumeType volumeType,
        OptionalInt iops,
        OptionalInt throughputMiBps,
        boolean encrypted,
        Optional<Arn> kmsKey,
        State state,
        List<Arn> attachedTo,
        boolean multiAttachEnabled,
        Optional<Arn> snapshot,
        String availabilityZone,
        Optional<Instant> createTime)
        implements Resource {
    /** What a volume is made of. */
    public record VolumeType(String value) implements OpenValue {
        public static final VolumeType GP2 = new VolumeType("gp2");
        public static final VolumeType GP3 = new VolumeType("gp3");
        public static final VolumeType IO1 = new VolumeType("io1");
        public static final VolumeType IO2 = new VolumeType("io2");
        public static final VolumeType STANDARD = new VolumeType("standard");

        /**
         * {@return whether a later type gives at least as much for the same money or less}
         *
         * @see <a href="https://docs.aws.amazon.com/ebs/latest/userguide/ebs-volume-types.html">Volume types</a>
         */
        public boolean isSuperseded() {
            return equals(GP2) || equals(IO1) || equals(STANDARD);
        }
    }

    /** Where a volume is in its life. */
    public record State(String value) implements OpenValue {
        public static final State CREATING = new State("creating");
        public static final State AVAILABLE = new State("available");
        public static final State IN_USE = new State("in-use");
        public static final State DELETING = new State("deleting");
        public static final State DELETED = new State("deleted");
    }

    public Volume {
        attachedTo = List.copyOf(attachedTo);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        attachedTo.stream().map(user -> new Edge(arn(), Relation.ATTACHED_TO, user)),
                        kmsKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)),
                        snapshot.stream().map(origin -> new Edge(arn(), Relation.CREATED_FROM, origin)))
                .flatMap(edge -> edge);
    }

    /** {@return whether nothing uses it; one still in creation may be about to be attached} */
    public boolean isUnattached() {
        return attachedTo.isEmpty() && !state.equals(State.IN_USE) && !state.equals(State.CREATING);
    }

    /** {@return whether its IOPS are paid for one by one} */
    public boolean hasProvisionedIops() {
        return volumeType.equals(VolumeType.IO1) || volumeType.equals(VolumeType.IO2);
    }

    /** {@return whether ECS made it for a task} */
    public boolean isOfTask() {
        return attachedTo.stream().anyMatch(user -> user.service().equals("ecs"));
    }
}
