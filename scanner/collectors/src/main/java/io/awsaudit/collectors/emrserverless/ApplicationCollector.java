package io.awsaudit.collectors.emrserverless;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.emrserverless.Application;
import io.awsaudit.inventory.emrserverless.Application.Settings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.ApplicationState;
import software.amazon.awssdk.services.emrserverless.model.ApplicationSummary;
import software.amazon.awssdk.services.emrserverless.model.AutoStopConfig;
import software.amazon.awssdk.services.emrserverless.model.CloudWatchLoggingConfiguration;
import software.amazon.awssdk.services.emrserverless.model.ManagedPersistenceMonitoringConfiguration;
import software.amazon.awssdk.services.emrserverless.model.MonitoringConfiguration;
import software.amazon.awssdk.services.emrserverless.model.NetworkConfiguration;
import software.amazon.awssdk.services.emrserverless.model.S3MonitoringConfiguration;

/** Reads applications: those that are terminated stay listed for a while. */
final class ApplicationCollector implements Collector<Application> {
    private static final AwsService<EmrServerlessClient> CLIENT =
            AwsService.of("emr-serverless", EmrServerlessClient::builder);
    private static final int PAGE = 50;
    private static final Operation LIST =
            Operation.of("emr-serverless:ListApplications").pages(PAGE);
    private static final Operation GET = Operation.of("emr-serverless:GetApplication");
    private static final Detail SETTINGS = Detail.of(Application.class, "settings", GET.id());
    private static final Detail TAGS = Detail.of(Application.class, "tags", GET.id());

    @Override
    public Set<Class<? extends Application>> yields() {
        return Set.of(Application.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<Application> collect(Reads reads) {
        EmrServerlessClient emr = reads.client(CLIENT);
        return reads.each(
                Application.class,
                reads.pages(
                                LIST,
                                () -> emr.listApplicationsPaginator(request -> request.maxResults(PAGE))
                                        .applications())
                        .filter(listed -> listed.state() != ApplicationState.TERMINATED),
                listed -> new Arn(listed.arn()),
                listed -> read(listed, emr, reads));
    }

    private static Application read(ApplicationSummary listed, EmrServerlessClient emr, Reads reads) {
        Arn arn = new Arn(listed.arn());
        // One answer holds both.
        Supplier<software.amazon.awssdk.services.emrserverless.model.Application> described =
                new Once<>(() -> reads.list(
                        GET,
                        () -> Answers.sent(
                                emr.getApplication(request -> request.applicationId(listed.id()))
                                        .application(),
                                "application")));
        return new Application(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.name() == null || listed.name().isBlank() ? listed.id() : listed.name(),
                        reads.observe(
                                TAGS, arn, () -> Map.copyOf(described.get().tags()))),
                Objects.requireNonNullElse(listed.stateAsString(), ""),
                Objects.requireNonNullElse(listed.releaseLabel(), ""),
                Objects.requireNonNullElse(listed.architectureAsString(), "X86_64"),
                reads.observe(SETTINGS, arn, () -> settingsOf(described.get(), reads)));
    }

    private static Settings settingsOf(
            software.amazon.awssdk.services.emrserverless.model.Application described, Reads reads) {
        Optional<NetworkConfiguration> network = Optional.ofNullable(described.networkConfiguration());
        return new Settings(
                network.map(NetworkConfiguration::subnetIds).stream()
                        .flatMap(List::stream)
                        .sorted()
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList(),
                network.map(NetworkConfiguration::securityGroupIds).stream()
                        .flatMap(List::stream)
                        .sorted()
                        .map(id -> reads.arn("ec2", "security-group/" + id))
                        .toList(),
                // On unless it is turned off.
                Optional.ofNullable(described.autoStopConfiguration())
                        .map(AutoStopConfig::enabled)
                        .orElse(true),
                described.maximumCapacity() != null,
                isLogged(described.monitoringConfiguration()));
    }

    /** EMR keeps logs itself unless it is told not to. */
    private static boolean isLogged(@Nullable MonitoringConfiguration sent) {
        Optional<MonitoringConfiguration> monitoring = Optional.ofNullable(sent);
        return monitoring
                        .map(MonitoringConfiguration::managedPersistenceMonitoringConfiguration)
                        .map(ManagedPersistenceMonitoringConfiguration::enabled)
                        .orElse(true)
                || monitoring
                        .map(MonitoringConfiguration::s3MonitoringConfiguration)
                        .map(S3MonitoringConfiguration::logUri)
                        .isPresent()
                || monitoring
                        .map(MonitoringConfiguration::cloudWatchLoggingConfiguration)
                        .map(CloudWatchLoggingConfiguration::enabled)
                        .orElse(false);
    }
}
