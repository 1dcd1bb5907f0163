package io.awsaudit.inventory.emrserverless;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * An application that runs jobs of Spark or Hive, listed by {@code emr-serverless:ListApplications}; one that is terminated is
 * none any more.
 *
 * @param state such as {@code CREATED}
 * @param releaseLabel such as {@code emr-7.5.0}
 * @param architecture {@code ARM64} or {@code X86_64}; the latter where nothing was chosen
 * @param settings what {@code emr-serverless:GetApplication} adds
 * @see <a href="https://docs.aws.amazon.com/emr-serverless/latest/APIReference/API_Application.html">Application</a>
 */
@CloudFormationType("AWS::EMRServerless::Application")
public record Application(
        Identity identity, String state, String releaseLabel, String architecture, Observed<Settings> settings)
        implements Resource {
    /** Holds of those that are in no VPC of the customer's. */
    public static final Predicate<Settings> OUTSIDE_VPC =
            settings -> settings.subnets().isEmpty();

    /** Holds of those that go on being paid for when they have no work. */
    public static final Predicate<Settings> NEVER_STOPS = settings -> !settings.stopsWhenIdle();

    /** Holds of those that grow as far as jobs ask them to. */
    public static final Predicate<Settings> UNLIMITED = settings -> !settings.capacityLimited();

    /** Holds of those whose logs are kept nowhere. */
    public static final Predicate<Settings> WITHOUT_LOGS = settings -> !settings.logged();

    /**
     * What the listing leaves out.
     *
     * @param stopsWhenIdle whether it stops by itself when it has no work
     * @param capacityLimited whether there is an end to how far it grows
     * @param logged whether logs are kept, by EMR, in a bucket or in CloudWatch
     */
    public record Settings(
            List<Arn> subnets,
            List<Arn> securityGroups,
            boolean stopsWhenIdle,
            boolean capacityLimited,
            boolean logged) {
        public Settings {
            subnets = List.copyOf(subnets);
            securityGroups = List.copyOf(securityGroups);
        }
    }

    /** {@return whether its workers have processors that AWS makes itself} */
    public boolean isOnGraviton() {
        return architecture.equals("ARM64");
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.concat(
                        known.subnets().stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        known.securityGroups().stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group))));
    }
}
