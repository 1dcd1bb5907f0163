package io.awsaudit.inventory.ec2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Secret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An EC2 instance that exists, read whole by {@code ec2:DescribeInstances}; one that is terminated, or on its way there,
 * is none any more.
 *
 * @param stoppedAt when it stopped, empty while it is not stopped; unknown where AWS gives no time
 * @param launchTime when it was last started
 * @param virtualizationType {@code hvm}, or {@code paravirtual}
 * @param platformDetails the operating system as it is billed, such as {@code Linux/UNIX}
 * @param image what it was launched from, which may be gone
 * @param publicIps public IPv4 addresses of all its network interfaces, elastic ones included
 * @param ipv6Addresses of all its network interfaces; each is globally unique, and reachable if routes allow it
 * @param networkInterfaces those that are attached
 * @param securityGroups of all its network interfaces
 * @param instanceProfile what programs on it act as
 * @param volumes EBS volumes that are attached
 * @param userDataSecrets lines of its user data that look like a credential; of the user data nothing else is kept
 * @param operator the service that manages it in the account's place
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Instance.html">Instance</a>
 */
@CloudFormationType("AWS::EC2::Instance")
public record Instance(
        Identity identity,
        InstanceType instanceType,
        State state,
        Observed<Optional<Instant>> stoppedAt,
        Optional<Instant> launchTime,
        Optional<String> architecture,
        Optional<String> hypervisor,
        Optional<String> virtualizationType,
        Optional<String> platformDetails,
        Lifecycle lifecycle,
        Optional<Arn> image,
        Optional<Arn> vpc,
        Optional<Arn> subnet,
        Optional<String> privateIp,
        List<String> publicIps,
        List<String> ipv6Addresses,
        List<Arn> networkInterfaces,
        List<Arn> securityGroups,
        Optional<Arn> instanceProfile,
        MetadataOptions metadataOptions,
        Monitoring monitoring,
        boolean ebsOptimized,
        Optional<String> rootDeviceType,
        List<Arn> volumes,
        Observed<List<Secret>> userDataSecrets,
        Optional<String> operator)
        implements Scripted {
    /** The tag that an Auto Scaling group gives each of its instances. */
    private static final String SCALED = "aws:autoscaling:groupName";

    /** Where an instance is in its life. */
    public record State(String value) implements OpenValue {
        public static final State PENDING = new State("pending");
        public static final State RUNNING = new State("running");
        public static final State SHUTTING_DOWN = new State("shutting-down");
        public static final State TERMINATED = new State("terminated");
        public static final State STOPPING = new State("stopping");
        public static final State STOPPED = new State("stopped");
    }

    /** How the capacity was bought; {@link #ON_DEMAND} is our word for what AWS leaves unsaid. */
    public record Lifecycle(String value) implements OpenValue {
        public static final Lifecycle ON_DEMAND = new Lifecycle("on-demand");
        public static final Lifecycle SPOT = new Lifecycle("spot");
    }

    /** Whether CloudWatch gets figures each minute rather than every five. */
    public record Monitoring(String value) implements OpenValue {
        public static final Monitoring DISABLED = new Monitoring("disabled");
        public static final Monitoring DISABLING = new Monitoring("disabling");
        public static final Monitoring ENABLED = new Monitoring("enabled");
        public static final Monitoring PENDING = new Monitoring("pending");

        /** {@return whether it is on or being turned on} */
        public boolean isDetailed() {
            return equals(ENABLED) || equals(PENDING);
        }
    }

    public Instance {
        publicIps = List.copyOf(publicIps);
        ipv6Addresses = List.copyOf(ipv6Addresses);
        networkInterfaces = List.copyOf(networkInterfaces);
        securityGroups = List.copyOf(securityGroups);
        volumes = List.copyOf(volumes);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        // The subnet says which VPC that is in.
                        subnet.or(() -> vpc).stream().map(place -> new Edge(arn(), Relation.IN, place)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        instanceProfile.stream().map(profile -> new Edge(arn(), Relation.RUNS_AS, profile)),
                        image.stream().map(origin -> new Edge(arn(), Relation.CREATED_FROM, origin)))
                .flatMap(edge -> edge);
    }

    /** {@return whether it is known to have been stopped for longer than some days} */
    public boolean stoppedForMoreThan(long days, Instant asOf) {
        Instant limit = asOf.minus(Duration.ofDays(days));
        return stoppedAt.knownTo(time -> time.filter(limit::isAfter).isPresent());
    }

    /** {@return whether software makes it believe in hardware, as with types of long ago} */
    public boolean isParavirtual() {
        return virtualizationType.filter("paravirtual"::equals).isPresent();
    }

    /** {@return whether it runs, and was last started more than some days ago} */
    public boolean startedMoreThan(long days, Instant asOf) {
        Instant limit = asOf.minus(Duration.ofDays(days));
        return state.equals(State.RUNNING) && launchTime.filter(limit::isAfter).isPresent();
    }

    /** {@return whether it shares its network bandwidth with EBS although its type could keep them apart} */
    public boolean lacksEbsOptimization() {
        return !ebsOptimized
                && !volumes.isEmpty()
                && instanceType.ebsOptimization() == InstanceType.EbsOptimization.OPTIONAL;
    }

    /** {@return whether there is nothing to optimize: its type cannot be, or it has no EBS volume} */
    public boolean cannotBeEbsOptimized() {
        return volumes.isEmpty() || instanceType.ebsOptimization() == InstanceType.EbsOptimization.UNSUPPORTED;
    }

    /** {@return whether what started it, an Auto Scaling group or a service of AWS, can start another one like it} */
    public boolean isReplaceable() {
        return operator.isPresent() || tags().knownTo(tags -> tags.containsKey(SCALED));
    }

    /** {@return whether it is known that nothing but people started it, and that it is lost with what is on it} */
    public boolean isLasting() {
        return operator.isEmpty() && tags().knownNotTo(tags -> tags.containsKey(SCALED));
    }
}
