package io.awsaudit.collectors.apprunner;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.apprunner.Service;
import io.awsaudit.inventory.apprunner.ServiceDescription;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apprunner.model.CodeConfiguration;
import software.amazon.awssdk.services.apprunner.model.CodeConfigurationValues;
import software.amazon.awssdk.services.apprunner.model.CodeRepository;
import software.amazon.awssdk.services.apprunner.model.EgressConfiguration;
import software.amazon.awssdk.services.apprunner.model.EgressType;
import software.amazon.awssdk.services.apprunner.model.EncryptionConfiguration;
import software.amazon.awssdk.services.apprunner.model.ImageConfiguration;
import software.amazon.awssdk.services.apprunner.model.ImageRepository;
import software.amazon.awssdk.services.apprunner.model.IngressConfiguration;
import software.amazon.awssdk.services.apprunner.model.InstanceConfiguration;
import software.amazon.awssdk.services.apprunner.model.NetworkConfiguration;
import software.amazon.awssdk.services.apprunner.model.ServiceObservabilityConfiguration;
import software.amazon.awssdk.services.apprunner.model.ServiceStatus;
import software.amazon.awssdk.services.apprunner.model.ServiceSummary;
import software.amazon.awssdk.services.apprunner.model.SourceConfiguration;

/** Reads the services of a region, and of each its settings; of variables only whether they hold a credential. */
final class ServiceCollector implements Collector<Service> {
    private static final int PAGE = 20;

    private static final Operation LIST_SERVICES =
            Operation.of("apprunner:ListServices").pages(PAGE);
    private static final Detail DESCRIPTION = Detail.of(Service.class, "description", "apprunner:DescribeService");
    private static final Detail TAGS = Detail.of(Service.class, "tags", AppRunner.LIST_TAGS);

    @Override
    public Set<Class<? extends Service>> yields() {
        return Set.of(Service.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_SERVICES);
    }

    @Override
    public List<Detail> details() {
        return List.of(DESCRIPTION, TAGS);
    }

    @Override
    public Stream<Service> collect(Reads reads) {
        return reads.each(
                Service.class,
                reads.pages(
                                LIST_SERVICES,
                                () -> reads
                                        .client(AppRunner.CLIENT)
                                        .listServicesPaginator(request -> request.maxResults(PAGE))
                                        .stream()
                                        .flatMap(page -> page.serviceSummaryList().stream())::iterator)
                        .filter(service -> service.status() != ServiceStatus.DELETED),
                service -> new Arn(service.serviceArn()),
                service -> read(service, reads));
    }

    private static Service read(ServiceSummary listed, Reads reads) {
        Arn arn = new Arn(listed.serviceArn());
        return new Service(
                AppRunner.identity(arn, listed.serviceName(), TAGS, reads),
                Answers.sent(listed.statusAsString(), "Status"),
                reads.observe(
                        DESCRIPTION,
                        arn,
                        () -> description(Answers.sent(
                                reads.client(AppRunner.CLIENT)
                                        .describeService(request -> request.serviceArn(arn.value()))
                                        .service(),
                                "Service"))));
    }

    private static ServiceDescription description(software.amazon.awssdk.services.apprunner.model.Service service) {
        Optional<NetworkConfiguration> network = Optional.ofNullable(service.networkConfiguration());
        SourceConfiguration source = Answers.sent(service.sourceConfiguration(), "SourceConfiguration");
        Optional<CodeConfigurationValues> code = Optional.ofNullable(source.codeRepository())
                .map(CodeRepository::codeConfiguration)
                .map(CodeConfiguration::codeConfigurationValues);
        return new ServiceDescription(
                network.map(NetworkConfiguration::ingressConfiguration)
                        .map(IngressConfiguration::isPubliclyAccessible)
                        .orElse(true),
                network.map(NetworkConfiguration::egressConfiguration)
                        .filter(egress -> egress.egressType() == EgressType.VPC)
                        .map(EgressConfiguration::vpcConnectorArn)
                        .flatMap(AppRunner::arn),
                Optional.ofNullable(service.observabilityConfiguration())
                        .map(ServiceObservabilityConfiguration::observabilityEnabled)
                        .orElse(false),
                Optional.ofNullable(service.encryptionConfiguration())
                        .map(EncryptionConfiguration::kmsKey)
                        .flatMap(AppRunner::arn),
                code.map(CodeConfigurationValues::runtimeAsString),
                Optional.ofNullable(service.instanceConfiguration())
                        .map(InstanceConfiguration::instanceRoleArn)
                        .flatMap(AppRunner::arn),
                Secrets.inSettings(code.map(CodeConfigurationValues::runtimeEnvironmentVariables)
                        .or(() -> Optional.ofNullable(source.imageRepository())
                                .map(ImageRepository::imageConfiguration)
                                .map(ImageConfiguration::runtimeEnvironmentVariables))
                        .orElse(Map.of())));
    }
}
