package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A notebook instance, listed by {@code sagemaker:ListNotebookInstances}; one that is being deleted is none any more.
 *
 * @param status such as {@code InService} or {@code Stopped}
 * @param instanceType such as {@code ml.t3.medium}
 * @param lastModified when it was last changed, started or stopped
 * @param settings what {@code sagemaker:DescribeNotebookInstance} adds
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DescribeNotebookInstance.html">DescribeNotebookInstance</a>
 */
@CloudFormationType("AWS::SageMaker::NotebookInstance")
public record NotebookInstance(
        Identity identity,
        String status,
        String instanceType,
        Optional<Instant> lastModified,
        Observed<Settings> settings)
        implements Resource {
    /** Holds of those that reach the internet past the VPC, through a network interface of SageMaker's. */
    public static final Predicate<Settings> ON_THE_INTERNET = Settings::directInternetAccess;

    /** Holds of those that are in no VPC of the customer's. */
    public static final Predicate<Settings> OUTSIDE_VPC =
            settings -> settings.subnet().isEmpty();

    /** Holds of those whose users are root. */
    public static final Predicate<Settings> ROOT_FOR_USERS = Settings::rootAccess;

    /** Holds of those whose storage is encrypted with a key of AWS's alone. */
    public static final Predicate<Settings> WITHOUT_KEY =
            settings -> settings.kmsKey().isEmpty();

    /** Holds of those that answer requests for credentials without a token. Where nothing was chosen, they do. */
    public static final Predicate<Settings> ANSWERS_METADATA_V1 =
            settings -> !settings.minimumMetadataVersion().equals(Optional.of("2"));

    /**
     * What the listing leaves out.
     *
     * @param directInternetAccess whether SageMaker gives it a way to the internet
     * @param subnet the subnet of the customer's that it is in
     * @param rootAccess whether its users are root
     * @param platform such as {@code notebook-al2023-v1}; empty for those made before there was a choice, on Amazon Linux 1
     * @param kmsKey the key that encrypts its volume, as id, ARN or alias
     * @param minimumMetadataVersion {@code 1} or {@code 2}; empty where nothing was chosen, which is 1
     * @param role what its code acts as
     */
    public record Settings(
            boolean directInternetAccess,
            Optional<Arn> subnet,
            List<Arn> securityGroups,
            boolean rootAccess,
            Optional<String> platform,
            Optional<String> kmsKey,
            Optional<String> minimumMetadataVersion,
            Optional<Arn> role) {
        public Settings {
            securityGroups = List.copyOf(securityGroups);
        }

        /** {@return whether it names no platform, or one of these} */
        public boolean runsOnOneOf(List<String> platforms) {
            return platform.isEmpty() || platform.filter(platforms::contains).isPresent();
        }
    }

    /** {@return whether it was read, and runs on one of these platforms, or on the oldest, which has no name} */
    public boolean runsOnOneOf(List<String> platforms) {
        return settings.knownTo(known -> known.runsOnOneOf(platforms));
    }

    /** {@return the family of its type: {@code t3} of {@code ml.t3.medium}} */
    public String family() {
        return InstanceFamily.of(instanceType);
    }

    /** {@return whether it runs, and has not been stopped, changed or started for longer than that} */
    public boolean hasRunForMoreThan(long days, Instant asOf) {
        Instant limit = asOf.minus(Duration.ofDays(days));
        return status.equals("InService") && lastModified.filter(limit::isAfter).isPresent();
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.of(
                                known.subnet().stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                                known.securityGroups().stream()
                                        .map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                                known.role().stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role)))
                        .flatMap(edges -> edges));
    }
}
