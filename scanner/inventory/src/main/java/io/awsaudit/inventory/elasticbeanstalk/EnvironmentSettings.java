package io.awsaudit.inventory.elasticbeanstalk;

import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.ec2.InstanceType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The settings in force in an environment, by {@code elasticbeanstalk:DescribeConfigurationSettings}. Values of its variables
 * are not in it. What AWS leaves out is as its table of options says that it is by itself.
 *
 * @param healthReporting {@code enhanced} or {@code basic}
 * @param managedActions whether the platform is updated in a time of the week
 * @param updateLevel which updates those are: {@code patch}, or {@code minor} with patches; empty where none
 * @param logsStreamed whether instances send their logs to CloudWatch Logs
 * @param environmentType {@code LoadBalanced} or {@code SingleInstance}
 * @param minInstances how many instances run at least
 * @param instanceTypes of which instances may be; empty where AWS does not say
 * @param deploymentPolicy how a new version comes to the instances, such as {@code AllAtOnce} or {@code Rolling}
 * @param environmentSecrets variables whose value looks like a credential
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html">General options</a>
 */
public record EnvironmentSettings(
        String healthReporting,
        boolean managedActions,
        Optional<String> updateLevel,
        boolean logsStreamed,
        String environmentType,
        int minInstances,
        List<InstanceType> instanceTypes,
        String deploymentPolicy,
        List<Secret> environmentSecrets) {
    private static final String ENHANCED = "enhanced";
    private static final String SINGLE = "SingleInstance";
    private static final String ALL_AT_ONCE = "AllAtOnce";
    private static final Set<String> LEVELS = Set.of("patch", "minor");

    /** Holds where health is what the load balancer alone makes of it. */
    public static final Predicate<EnvironmentSettings> BASIC_HEALTH =
            settings -> !settings.healthReporting().equals(ENHANCED);

    /** Holds where instances keep their logs to themselves. */
    public static final Predicate<EnvironmentSettings> WITHOUT_STREAMED_LOGS = settings -> !settings.logsStreamed();

    /** Holds where there is one instance, or may be. */
    public static final Predicate<EnvironmentSettings> ON_ONE_INSTANCE =
            settings -> settings.isSingle() || settings.minInstances() < 2;

    /** Holds where there is one instance, whatever happens. */
    public static final Predicate<EnvironmentSettings> SINGLE_INSTANCE = EnvironmentSettings::isSingle;

    /** Holds where AWS does not say of which types instances are. */
    public static final Predicate<EnvironmentSettings> WITHOUT_INSTANCE_TYPES =
            settings -> settings.instanceTypes().isEmpty();

    /** Holds where instances may be of a previous generation. */
    public static final Predicate<EnvironmentSettings> ON_OLD_INSTANCES =
            settings -> settings.instanceTypes().stream().anyMatch(InstanceType::isPreviousGeneration);

    /** Holds where a new version comes to all instances at the same time. */
    public static final Predicate<EnvironmentSettings> DEPLOYED_AT_ONCE =
            settings -> settings.deploymentPolicy().equals(ALL_AT_ONCE);

    /** Holds where some variable holds what looks like a credential. */
    public static final Predicate<EnvironmentSettings> WITH_SECRETS =
            settings -> !settings.environmentSecrets().isEmpty();

    /** The kind of health reporting, as evidence. */
    public static final Function<EnvironmentSettings, String> HEALTH = EnvironmentSettings::healthReporting;

    /** What updates the platform by itself, as evidence. */
    public static final Function<EnvironmentSettings, String> UPDATES =
            settings -> settings.managedActions() ? settings.updateLevel().orElse("no level of updates") : "off";

    /** The number of instances, as evidence. */
    public static final Function<EnvironmentSettings, String> INSTANCES =
            settings -> settings.environmentType() + ", at least " + settings.minInstances();

    /** The types of instances, as evidence. */
    public static final Function<EnvironmentSettings, List<InstanceType>> TYPES = EnvironmentSettings::instanceTypes;

    /** The way of deployment, as evidence. */
    public static final Function<EnvironmentSettings, String> DEPLOYMENT = EnvironmentSettings::deploymentPolicy;

    /** Where credentials are, as evidence. */
    public static final Function<EnvironmentSettings, List<String>> SECRETS =
            settings -> Secret.words(settings.environmentSecrets());

    public EnvironmentSettings {
        instanceTypes = List.copyOf(instanceTypes);
        environmentSecrets = List.copyOf(environmentSecrets);
    }

    private boolean isSingle() {
        return environmentType.equals(SINGLE);
    }

    /** Holds where AWS does not update the platform by itself, or not up to the level that is asked for. */
    public static Predicate<EnvironmentSettings> notUpdatedTo(List<String> levels) {
        return settings -> !settings.managedActions()
                || settings.updateLevel()
                        .filter(levels.isEmpty() ? LEVELS::contains : levels::contains)
                        .isEmpty();
    }
}
