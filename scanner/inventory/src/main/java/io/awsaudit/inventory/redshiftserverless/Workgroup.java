package io.awsaudit.inventory.redshiftserverless;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A workgroup of Redshift Serverless, what computes, read by {@code redshift-serverless:ListWorkgroups} but for its tags and limits.
 * One that is being deleted is none any more.
 *
 * @param namespace the name of what it computes on
 * @param maxCapacity how many processing units it may grow to; empty where it has the service's own bound
 * @param publiclyAccessible whether it can be reached from outside of its VPC
 * @param parameters what sessions start with, such as {@code require_ssl}, by name
 * @param usageLimits how much may be used in a day, week or month; what is beyond is told, or stopped
 * @see <a href="https://docs.aws.amazon.com/redshift-serverless/latest/APIReference/API_Workgroup.html">Workgroup</a>
 */
@CloudFormationType("AWS::RedshiftServerless::Workgroup")
public record Workgroup(
        Identity identity,
        String namespace,
        String status,
        OptionalInt maxCapacity,
        boolean enhancedVpcRouting,
        boolean publiclyAccessible,
        List<Arn> subnets,
        List<Arn> securityGroups,
        Map<String, String> parameters,
        Observed<List<UsageLimit>> usageLimits)
        implements Resource {
    /** Holds where something bounds, or tells, how long the workgroup computes. */
    public static final Predicate<List<UsageLimit>> COMPUTE_LIMITED =
            limits -> limits.stream().anyMatch(limit -> limit.usageType().equals("serverless-compute"));

    /**
     * How much of something may be used.
     *
     * @param usageType {@code serverless-compute}, in hours of processing units, or {@code cross-region-datasharing}, in terabytes
     * @param period {@code daily}, {@code weekly} or {@code monthly}
     * @param breachAction {@code log}, {@code emit-metric} or {@code deactivate}
     */
    public record UsageLimit(String usageType, long amount, String period, String breachAction) {}

    public Workgroup {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
        parameters = Map.copyOf(parameters);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)));
    }

    /** {@return whether it refuses connections without TLS; where AWS names no such parameter, it does not} */
    public boolean isTlsRequired() {
        return "true".equalsIgnoreCase(parameters.getOrDefault("require_ssl", "false"));
    }
}
