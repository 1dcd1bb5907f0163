package io.awsaudit.inventory.batch;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A compute environment, read whole by {@code batch:DescribeComputeEnvironments}; one that is being deleted is none any more.
 *
 * @param enabled whether it takes jobs
 * @param status {@code INVALID} where Batch cannot use it
 * @param resources what Batch starts for its jobs; empty where the customer does, and Batch manages nothing
 * @see <a href="https://docs.aws.amazon.com/batch/latest/APIReference/API_ComputeEnvironmentDetail.html">ComputeEnvironmentDetail</a>
 */
@CloudFormationType("AWS::Batch::ComputeEnvironment")
public record ComputeEnvironment(
        Identity identity, boolean enabled, Status status, Optional<ComputeResources> resources) implements Resource {
    /** Whether Batch can use it. */
    public record Status(String value) implements OpenValue {
        public static final Status VALID = new Status("VALID");
        public static final Status INVALID = new Status("INVALID");
    }

    /** On what jobs run. */
    public record ResourceType(String value) implements OpenValue {
        public static final ResourceType EC2 = new ResourceType("EC2");
        public static final ResourceType SPOT = new ResourceType("SPOT");
        public static final ResourceType FARGATE = new ResourceType("FARGATE");
        public static final ResourceType FARGATE_SPOT = new ResourceType("FARGATE_SPOT");
    }

    /** How Batch chooses among types of instances. */
    public record AllocationStrategy(String value) implements OpenValue {
        public static final AllocationStrategy BEST_FIT = new AllocationStrategy("BEST_FIT");
        public static final AllocationStrategy BEST_FIT_PROGRESSIVE = new AllocationStrategy("BEST_FIT_PROGRESSIVE");
    }

    /**
     * What Batch starts for jobs.
     *
     * @param allocationStrategy empty where AWS does not say, which means {@link AllocationStrategy#BEST_FIT}
     * @param minVCpus how many are there even without jobs
     * @param tagKeys of the instances that it starts
     */
    public record ComputeResources(
            ResourceType type,
            Optional<AllocationStrategy> allocationStrategy,
            int minVCpus,
            List<String> instanceTypes,
            List<String> tagKeys,
            List<Arn> subnets,
            List<Arn> securityGroups) {
        public ComputeResources {
            instanceTypes = List.copyOf(instanceTypes);
            tagKeys = List.copyOf(tagKeys);
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }

        /** {@return whether they are instances of EC2} */
        boolean areInstances() {
            return type.equals(ResourceType.EC2) || type.equals(ResourceType.SPOT);
        }
    }

    /** {@return whether Batch starts what its jobs run on} */
    public boolean isManaged() {
        return resources.isPresent();
    }

    /** {@return whether Batch starts instances of EC2 for its jobs} */
    public boolean startsInstances() {
        return resources.filter(ComputeResources::areInstances).isPresent();
    }

    /** {@return whether instances run there even while there are no jobs} */
    public boolean keepsInstances() {
        return startsInstances()
                && resources.filter(compute -> compute.minVCpus() > 0).isPresent();
    }

    /** {@return how many virtual processors are there even without jobs, as evidence} */
    public int minVCpus() {
        return resources.map(ComputeResources::minVCpus).orElse(0);
    }

    /** {@return whether jobs wait for one type of instances while others could be had} */
    public boolean waitsForBestFit() {
        return startsInstances()
                && resources
                        .flatMap(ComputeResources::allocationStrategy)
                        .filter(strategy -> !strategy.equals(AllocationStrategy.BEST_FIT))
                        .isEmpty();
    }

    /** {@return whether instances that it starts lack some of the keys required; with none required, whether they get no tags} */
    public boolean startsUntagged(List<String> required) {
        return startsInstances()
                && resources
                        .filter(compute -> required.isEmpty()
                                ? compute.tagKeys().stream().anyMatch(key -> !key.startsWith("aws:"))
                                : compute.tagKeys().containsAll(required))
                        .isEmpty();
    }

    /** {@return keys of the tags that its instances get, as evidence} */
    public List<String> tagKeys() {
        return resources.map(ComputeResources::tagKeys).orElse(List.of());
    }

    /** {@return its subnets, each once} */
    public List<Arn> distinctSubnets() {
        return resources.stream()
                .flatMap(compute -> compute.subnets().stream())
                .distinct()
                .toList();
    }

    /**
     * {@return whether all its subnets were seen, and lie in fewer availability zones than that}
     *
     * @param seen how many of its subnets were
     * @param zones those that they lie in
     */
    public boolean spansFewerZones(long seen, Collection<?> zones, long than) {
        return seen == distinctSubnets().size() && zones.size() < than;
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                distinctSubnets().stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                resources.stream()
                        .flatMap(compute -> compute.securityGroups().stream())
                        .distinct()
                        .map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)));
    }
}
