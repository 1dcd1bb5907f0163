package io.awsaudit.inventory.ecs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A cluster, read whole by {@code ecs:DescribeClusters}; one that is being deleted or was, which AWS still describes for a
 * while, is none.
 *
 * @param status such as {@code ACTIVE}
 * @param containerInsights {@link ContainerInsights#DISABLED} where AWS names no such setting
 * @param executeCommandLogging where sessions of ECS Exec are logged; {@link ExecuteCommandLogging#DEFAULT} where never set
 * @param executeCommandKey the key that encrypts those sessions, besides TLS
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Cluster.html">Cluster</a>
 */
@CloudFormationType("AWS::ECS::Cluster")
public record Cluster(
        Identity identity,
        String status,
        ContainerInsights containerInsights,
        ExecuteCommandLogging executeCommandLogging,
        Optional<Arn> executeCommandKey)
        implements Resource {
    /** Whether CloudWatch gets metrics of the containers. */
    public record ContainerInsights(String value) implements OpenValue {
        public static final ContainerInsights ENABLED = new ContainerInsights("enabled");
        public static final ContainerInsights ENHANCED = new ContainerInsights("enhanced");
        public static final ContainerInsights DISABLED = new ContainerInsights("disabled");
    }

    /**
     * Where sessions of ECS Exec are logged.
     *
     * @see <a
     *     href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ExecuteCommandConfiguration.html">ExecuteCommandConfiguration</a>
     */
    public record ExecuteCommandLogging(String value) implements OpenValue {
        public static final ExecuteCommandLogging NONE = new ExecuteCommandLogging("NONE");
        /** Where the container's own logs go. */
        public static final ExecuteCommandLogging DEFAULT = new ExecuteCommandLogging("DEFAULT");

        public static final ExecuteCommandLogging OVERRIDE = new ExecuteCommandLogging("OVERRIDE");
    }

    @Override
    public Stream<Edge> edges() {
        return executeCommandKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }

    /** {@return whether metrics of its containers are collected, by the task or in more detail} */
    public boolean isWatched() {
        return containerInsights.equals(ContainerInsights.ENABLED)
                || containerInsights.equals(ContainerInsights.ENHANCED);
    }

    /** {@return whether what is done in sessions of ECS Exec is kept nowhere, by choice} */
    public boolean forgetsCommands() {
        return executeCommandLogging.equals(ExecuteCommandLogging.NONE);
    }
}
