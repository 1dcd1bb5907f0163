package io.awsaudit.collectors.elasticbeanstalk;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.ec2.InstanceType;
import io.awsaudit.inventory.elasticbeanstalk.Environment;
import io.awsaudit.inventory.elasticbeanstalk.EnvironmentSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationDeploymentStatus;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationOptionSetting;
import software.amazon.awssdk.services.elasticbeanstalk.model.ConfigurationSettingsDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.DescribeEnvironmentsResponse;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentDescription;
import software.amazon.awssdk.services.elasticbeanstalk.model.EnvironmentTier;

/** Reads the environments of a region, and of each the settings in force; of variables only whether they hold a credential. */
final class EnvironmentCollector implements Collector<Environment> {
    private static final int PAGE = 1000;

    private static final Operation DESCRIBE_ENVIRONMENTS =
            Operation.of("elasticbeanstalk:DescribeEnvironments").pages(PAGE);
    private static final Detail PLATFORM_STATE =
            Detail.of(Environment.class, "platformState", "elasticbeanstalk:DescribePlatformVersion");
    private static final Detail SETTINGS =
            Detail.of(Environment.class, "settings", "elasticbeanstalk:DescribeConfigurationSettings");
    private static final Detail TAGS = Detail.of(Environment.class, "tags", ElasticBeanstalk.LIST_TAGS);

    private static final Set<String> GONE = Set.of("Terminating", "Terminated");

    private static final String VARIABLES = "aws:elasticbeanstalk:application:environment";

    /** Settings by namespace and name; of those that each instance of a load balancer or a process has, one. */
    private record Options(Map<String, String> values) {
        static Options of(List<ConfigurationOptionSetting> settings) {
            Map<String, String> values = new HashMap<>();
            settings.stream()
                    .filter(setting -> setting.value() != null)
                    .forEach(setting -> values.put(setting.namespace() + " " + setting.optionName(), setting.value()));
            return new Options(values);
        }

        Optional<String> get(String namespace, String name) {
            return Optional.ofNullable(values.get(namespace + " " + name)).filter(value -> !value.isBlank());
        }

        boolean isOn(String namespace, String name) {
            return get(namespace, name).filter("true"::equalsIgnoreCase).isPresent();
        }
    }

    @Override
    public Set<Class<? extends Environment>> yields() {
        return Set.of(Environment.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_ENVIRONMENTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(PLATFORM_STATE, SETTINGS, TAGS);
    }

    @Override
    public Stream<Environment> collect(Reads reads) {
        return reads.each(
                Environment.class,
                reads.pages(
                                DESCRIBE_ENVIRONMENTS,
                                () -> TokenPages.of(
                                        token -> reads.client(ElasticBeanstalk.CLIENT)
                                                .describeEnvironments(request -> request.includeDeleted(false)
                                                        .maxRecords(PAGE)
                                                        .nextToken(token)),
                                        DescribeEnvironmentsResponse::environments,
                                        DescribeEnvironmentsResponse::nextToken))
                        .filter(environment -> !GONE.contains(environment.statusAsString())),
                environment -> new Arn(environment.environmentArn()),
                environment -> read(environment, reads));
    }

    private static Environment read(EnvironmentDescription listed, Reads reads) {
        Arn arn = new Arn(listed.environmentArn());
        Optional<Arn> platform = Optional.ofNullable(listed.platformArn())
                .filter(text -> text.startsWith("arn:"))
                .map(Arn::new);
        return new Environment(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.environmentName(),
                        reads.observe(TAGS, arn, () -> ElasticBeanstalk.tags(arn, reads))),
                ElasticBeanstalk.orEmpty(listed.applicationName()),
                Answers.sent(listed.statusAsString(), "Status"),
                Optional.ofNullable(listed.tier()).map(EnvironmentTier::name).orElse(""),
                platform,
                reads.observe(PLATFORM_STATE, arn, () -> platform.flatMap(version -> stateOf(version, reads))),
                reads.observe(SETTINGS, arn, () -> settingsOf(listed, reads)));
    }

    private static Optional<String> stateOf(Arn platform, Reads reads) {
        return Optional.ofNullable(Answers.sent(
                        reads.client(ElasticBeanstalk.CLIENT)
                                .describePlatformVersion(request -> request.platformArn(platform.value()))
                                .platformDescription(),
                        "PlatformDescription")
                .platformBranchLifecycleState());
    }

    /** Besides the settings in force AWS may send those that are being put in force, and those that could not be. */
    private static @Nullable EnvironmentSettings settingsOf(EnvironmentDescription environment, Reads reads) {
        return reads
                .client(ElasticBeanstalk.CLIENT)
                .describeConfigurationSettings(request -> request.applicationName(environment.applicationName())
                        .environmentName(environment.environmentName()))
                .configurationSettings()
                .stream()
                .filter(settings -> settings.deploymentStatus() == ConfigurationDeploymentStatus.DEPLOYED)
                .findFirst()
                .map(EnvironmentCollector::settings)
                .orElse(null);
    }

    /** The one type that there was before there could be several is heeded where none of those is named. */
    private static List<InstanceType> types(Options options) {
        return options
                .get("aws:ec2:instances", "InstanceTypes")
                .or(() -> options.get("aws:autoscaling:launchconfiguration", "InstanceType"))
                .stream()
                .flatMap(types -> Stream.of(types.split(",")))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .map(InstanceType::new)
                .toList();
    }

    private static EnvironmentSettings settings(ConfigurationSettingsDescription deployed) {
        Options options = Options.of(deployed.optionSettings());
        return new EnvironmentSettings(
                options.get("aws:elasticbeanstalk:healthreporting:system", "SystemType")
                        .orElse("basic"),
                options.isOn("aws:elasticbeanstalk:managedactions", "ManagedActionsEnabled"),
                options.get("aws:elasticbeanstalk:managedactions:platformupdate", "UpdateLevel"),
                options.isOn("aws:elasticbeanstalk:cloudwatch:logs", "StreamLogs"),
                options.get("aws:elasticbeanstalk:environment", "EnvironmentType")
                        .orElse("LoadBalanced"),
                options.get("aws:autoscaling:asg", "MinSize")
                        .map(Integer::valueOf)
                        .orElse(1),
                types(options),
                options.get("aws:elasticbeanstalk:command", "DeploymentPolicy").orElse("AllAtOnce"),
                Secrets.inSettings(deployed.optionSettings().stream()
                        .filter(setting -> VARIABLES.equals(setting.namespace()) && setting.value() != null)
                        .collect(Collectors.toMap(
                                ConfigurationOptionSetting::optionName,
                                ConfigurationOptionSetting::value,
                                (one, other) -> one))));
    }
}
