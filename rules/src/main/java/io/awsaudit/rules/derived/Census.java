package io.awsaudit.rules.derived;

import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.ec2.Vpc;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * How many resources there are in an account, by region and type: facts that the engine counts itself, since no rule could
 * without holding each of a million resources a second time. Counted are what people make to do, hold or connect something;
 * what AWS makes in every region, such as default VPCs, and what only comes along with something else are not.
 */
public final class Census {
    /** What is counted. */
    public static final List<Class<? extends Resource>> TYPES = List.of(
            io.awsaudit.inventory.apigateway.RestApi.class,
            io.awsaudit.inventory.autoscaling.AutoScalingGroup.class,
            io.awsaudit.inventory.dynamodb.Table.class,
            io.awsaudit.inventory.ec2.Instance.class,
            io.awsaudit.inventory.ec2.NatGateway.class,
            io.awsaudit.inventory.ec2.TransitGateway.class,
            Vpc.class,
            io.awsaudit.inventory.ec2.VpcEndpoint.class,
            io.awsaudit.inventory.ec2.VpnConnection.class,
            io.awsaudit.inventory.ecr.Repository.class,
            io.awsaudit.inventory.ecs.Cluster.class,
            io.awsaudit.inventory.ecs.Service.class,
            io.awsaudit.inventory.efs.FileSystem.class,
            io.awsaudit.inventory.eks.Cluster.class,
            io.awsaudit.inventory.elasticache.CacheCluster.class,
            io.awsaudit.inventory.elasticloadbalancing.LoadBalancer.class,
            io.awsaudit.inventory.elasticloadbalancingv2.LoadBalancer.class,
            io.awsaudit.inventory.kms.Key.class,
            io.awsaudit.inventory.lambda.Function.class,
            io.awsaudit.inventory.opensearch.Domain.class,
            io.awsaudit.inventory.rds.DbCluster.class,
            io.awsaudit.inventory.rds.DbInstance.class,
            io.awsaudit.inventory.redshift.Cluster.class,
            io.awsaudit.inventory.s3.Bucket.class,
            io.awsaudit.inventory.secretsmanager.Secret.class,
            io.awsaudit.inventory.sns.Topic.class,
            io.awsaudit.inventory.sqs.Queue.class);

    /** The facts that are made of them. */
    public static final Set<Class<?>> COUNTS = Set.of(Population.class, Upkeep.class);

    /** The settings that say what is counted at all: of a key, whether AWS manages it. */
    public static final Map<Class<? extends Resource>, String> DECIDING =
            Map.of(io.awsaudit.inventory.kms.Key.class, "metadata");

    private static final Set<Class<?>> COUNTED = Set.copyOf(TYPES);

    /** The tag that CloudFormation puts on what a stack holds. */
    private static final String STACK = "aws:cloudformation:stack-id";

    /**
     * How many resources of a type there are in a region.
     *
     * @param type its CloudFormation type name
     */
    public record Population(String region, String type, int resources) {}

    /**
     * How many of the resources of a type in a region nobody can tell the making or the purpose of.
     *
     * @param resources those whose tags were read
     * @param outsideStacks those of them that no stack of CloudFormation holds
     * @param untagged those of them without any tag but AWS's own
     */
    public record Upkeep(String region, String type, int resources, int outsideStacks, int untagged) {
        private static Upkeep of(Resource resource, Map<String, String> tags) {
            return new Upkeep(
                    resource.region(),
                    resource.type(),
                    1,
                    tags.containsKey(STACK) ? 0 : 1,
                    resource.lacksTags(List.of()) ? 1 : 0);
        }

        private Upkeep and(Upkeep other) {
            return new Upkeep(
                    region,
                    type,
                    resources + other.resources,
                    outsideStacks + other.outsideStacks,
                    untagged + other.untagged);
        }
    }

    /**
     * The sum of several counts.
     *
     * @param parts what it is the sum of
     */
    public record Total(int resources, int outsideStacks, int untagged, List<Upkeep> parts) {
        public Total {
            parts = List.copyOf(parts);
        }

        /** {@return whether more of the resources are in no stack than some of a hundred} */
        public boolean hasOutsideStacksOver(long percent) {
            return outsideStacks * 100L > resources * percent;
        }

        /** {@return whether more of the resources have no tags than some of a hundred} */
        public boolean hasUntaggedOver(long percent) {
            return untagged * 100L > resources * percent;
        }

        /** {@return how many resources are in no stack, in words} */
        public String outsideStacksInWords() {
            return share(outsideStacks, resources);
        }

        /** {@return how many resources have no tags, in words} */
        public String untaggedInWords() {
            return share(untagged, resources);
        }

        /** {@return how many are in no stack of each type of which some are, in words} */
        public List<String> outsideStacksByType() {
            return byType(Upkeep::outsideStacks);
        }

        /** {@return how many have no tags of each type of which some have none, in words} */
        public List<String> untaggedByType() {
            return byType(Upkeep::untagged);
        }

        private List<String> byType(ToIntFunction<Upkeep> count) {
            Map<String, Integer> some = new TreeMap<>();
            Map<String, Integer> all = new TreeMap<>();
            parts.forEach(part -> {
                some.merge(part.type(), count.applyAsInt(part), Integer::sum);
                all.merge(part.type(), part.resources(), Integer::sum);
            });
            return some.entrySet().stream()
                    .filter(entry -> entry.getValue() > 0)
                    .map(entry -> entry.getKey() + " " + entry.getValue() + " of " + all.get(entry.getKey()))
                    .toList();
        }

        private static String share(int some, int all) {
            return some + " of " + all + (all == 0 ? "" : " (" + Math.round(100.0 * some / all) + " %)");
        }
    }

    /** {@return the sum of what was counted, in a list, so that rules can take it from there} */
    public static List<Total> total(Collection<?> upkeeps) {
        List<Upkeep> parts = upkeeps.stream().map(Upkeep.class::cast).toList();
        return List.of(new Total(
                parts.stream().mapToInt(Upkeep::resources).sum(),
                parts.stream().mapToInt(Upkeep::outsideStacks).sum(),
                parts.stream().mapToInt(Upkeep::untagged).sum(),
                parts));
    }

    private record Place(String region, Class<?> type) {}

    private Census() {}

    /** {@return the facts about some resources, in the order in which these come} */
    public static List<Object> of(Collection<Resource> resources) {
        Map<Place, Integer> populations = new LinkedHashMap<>();
        Map<Place, Upkeep> upkeeps = new LinkedHashMap<>();
        for (Resource resource : resources) {
            if (COUNTED.contains(resource.getClass()) && !isGiven(resource)) {
                Place place = new Place(resource.region(), resource.getClass());
                populations.merge(place, 1, Integer::sum);
                if (resource.tags() instanceof Observed.Known<Map<String, String>> known) {
                    upkeeps.merge(place, Upkeep.of(resource, known.value()), Upkeep::and);
                }
            }
        }
        return Stream.<Object>concat(
                        populations.entrySet().stream()
                                .map(entry -> new Population(
                                        entry.getKey().region(),
                                        ResourceTypes.nameOf(entry.getKey().type()),
                                        entry.getValue())),
                        upkeeps.values().stream())
                .toList();
    }

    /** Whether AWS made it, as it does a VPC in each region. */
    private static boolean isGiven(Resource resource) {
        return resource.isServiceOwned() || resource instanceof Vpc vpc && vpc.isDefault();
    }
}
