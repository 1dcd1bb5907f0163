package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A model that endpoints and transform jobs can run, listed by {@code sagemaker:ListModels}. Values of the environments of its
 * containers are not in it.
 *
 * @param settings what {@code sagemaker:DescribeModel} says of it
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeModel.html">DescribeModel</a>
 */
@CloudFormationType("AWS::SageMaker::Model")
public record Model(Identity identity, Observed<Settings> settings) implements Resource {
    /** Holds of those whose containers reach the network. */
    public static final Predicate<Settings> NOT_ISOLATED = settings -> !settings.networkIsolated();

    /** Holds of those that have no primary container, but several that work together, or none. */
    public static final Predicate<Settings> WITHOUT_PRIMARY =
            settings -> settings.primary().isEmpty();

    /** Holds of those whose primary container may be drawn from a registry outside the VPC. */
    public static final Predicate<Settings> PUBLIC_PRIMARY = settings ->
            settings.primary().filter(container -> !container.isPrivate()).isPresent();

    /** Holds of those that have no containers that work together. */
    public static final Predicate<Settings> WITHOUT_CONTAINERS =
            settings -> settings.containers().isEmpty();

    /** Holds of those of whose containers some may be drawn from a registry outside the VPC. */
    public static final Predicate<Settings> PUBLIC_CONTAINERS =
            settings -> settings.containers().stream().anyMatch(container -> !container.isPrivate());

    /** Holds of those that are in no VPC of the customer's. */
    public static final Predicate<Settings> OUTSIDE_VPC =
            settings -> settings.subnets().isEmpty();

    /** Holds of those in whose environments something looks like a credential. */
    public static final Predicate<Settings> WITH_SECRETS = settings ->
            settings.all().anyMatch(container -> !container.environmentSecrets().isEmpty());

    /** Translates what was found in the environments into a line each for people, as evidence. */
    public static final Function<Settings, List<String>> SECRET_WORDS = settings -> settings.all()
            .flatMap(container -> Secret.words(container.environmentSecrets()).stream())
            .toList();

    /**
     * What the listing leaves out.
     *
     * @param networkIsolated whether its containers can call nothing, not even AWS
     * @param primary the container of a model that has one
     * @param containers those of a model that has several, in the order in which they work
     * @param subnets those of the customer's that it is in
     * @param role what its containers act as
     */
    public record Settings(
            boolean networkIsolated,
            Optional<Container> primary,
            List<Container> containers,
            List<Arn> subnets,
            Optional<Arn> role) {
        public Settings {
            containers = List.copyOf(containers);
            subnets = List.copyOf(subnets);
        }

        /** {@return its containers, whichever way it has them} */
        Stream<Container> all() {
            return Stream.concat(primary.stream(), containers.stream());
        }
    }

    /**
     * A container.
     *
     * @param repositoryAccess {@code Platform} for ECR, {@code Vpc} for a registry in the customer's VPC; empty where nothing was
     *     chosen, which is ECR
     * @param environmentSecrets variables whose value looks like a credential
     */
    public record Container(Optional<String> repositoryAccess, List<Secret> environmentSecrets) {
        public Container {
            environmentSecrets = List.copyOf(environmentSecrets);
        }

        /** {@return whether it is drawn from a registry in the customer's VPC} */
        public boolean isPrivate() {
            return repositoryAccess.filter("Vpc"::equals).isPresent();
        }
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.concat(
                        known.subnets().stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        known.role().stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role))));
    }
}
