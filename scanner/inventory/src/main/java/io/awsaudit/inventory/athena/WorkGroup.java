package io.awsaudit.inventory.athena;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A group of queries, listed by {@code athena:ListWorkGroups}. Each region has one called {@code primary}, made by AWS.
 *
 * @param state {@code ENABLED} or {@code DISABLED}
 * @param configuration what {@code athena:GetWorkGroup} says of it
 * @see <a href="https://docs.aws.amazon.com/athena/latest/APIReference/API_WorkGroupConfiguration.html">WorkGroupConfiguration</a>
 */
@CloudFormationType("AWS::Athena::WorkGroup")
public record WorkGroup(Identity identity, String state, Observed<Configuration> configuration) implements Resource {
    /** Holds of those that publish no metrics. */
    public static final Predicate<Configuration> WITHOUT_METRICS = configuration -> !configuration.metricsPublished();

    /** Holds of those that ask for no encryption of results. */
    public static final Predicate<Configuration> CLEAR_RESULTS = configuration ->
            !configuration.managedResults() && configuration.resultEncryption().isEmpty();

    /** Holds of those whose settings a query may replace by its own. */
    public static final Predicate<Configuration> NOT_ENFORCED = configuration -> !configuration.enforced();

    /** Holds of those in which a query may read, and cost, any amount. */
    public static final Predicate<Configuration> UNLIMITED =
            configuration -> configuration.bytesScannedCutoff().isEmpty();

    /** Holds of those that stay on the version of the engine that somebody chose. */
    public static final Predicate<Configuration> ENGINE_PINNED = configuration -> configuration
            .engineVersion()
            .filter(version -> !version.equals("AUTO"))
            .isPresent();

    /** Holds of those that run notebooks and applications of Spark. */
    public static final Predicate<Configuration> SPARK = Configuration::isSpark;

    /**
     * How queries run.
     *
     * @param enforced whether what is set here holds whatever a query asks for
     * @param metricsPublished whether metrics of queries go to CloudWatch
     * @param outputLocation where results go; empty where each query says so
     * @param resultEncryption such as {@code SSE_KMS}; empty where each query says so
     * @param managedResults whether Athena keeps results itself, encrypted
     * @param bytesScannedCutoff the most that a query may read
     * @param engineVersion the one that was chosen, such as {@code AUTO} or {@code Athena engine version 3}
     */
    public record Configuration(
            boolean enforced,
            boolean metricsPublished,
            Optional<String> outputLocation,
            Optional<String> resultEncryption,
            boolean managedResults,
            Optional<Long> bytesScannedCutoff,
            Optional<String> engineVersion) {
        /** {@return whether it runs Spark} */
        public boolean isSpark() {
            return engineVersion.filter(version -> version.contains("Spark")).isPresent();
        }
    }

    /** {@return whether it is the one that AWS made in each region, which cannot be deleted} */
    @Override
    public boolean isServiceOwned() {
        return name().equals("primary");
    }

    /** {@return whether it is the one that AWS made, with nothing set in it} */
    public boolean isUntouched() {
        return isServiceOwned()
                && configuration.knownTo(known -> !known.managedResults()
                        && known.outputLocation().isEmpty()
                        && known.resultEncryption().isEmpty()
                        && known.bytesScannedCutoff().isEmpty());
    }
}
