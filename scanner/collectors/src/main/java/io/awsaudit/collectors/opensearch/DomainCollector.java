package io.awsaudit.collectors.opensearch;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.opensearch.Domain;
import io.awsaudit.inventory.opensearch.Domain.Log;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.opensearch.OpenSearchClient;
import software.amazon.awssdk.services.opensearch.model.AdvancedSecurityOptions;
import software.amazon.awssdk.services.opensearch.model.AutoTuneOptionsOutput;
import software.amazon.awssdk.services.opensearch.model.ClusterConfig;
import software.amazon.awssdk.services.opensearch.model.DeploymentStatus;
import software.amazon.awssdk.services.opensearch.model.DomainEndpointOptions;
import software.amazon.awssdk.services.opensearch.model.DomainInfo;
import software.amazon.awssdk.services.opensearch.model.DomainStatus;
import software.amazon.awssdk.services.opensearch.model.EBSOptions;
import software.amazon.awssdk.services.opensearch.model.EncryptionAtRestOptions;
import software.amazon.awssdk.services.opensearch.model.NodeToNodeEncryptionOptions;
import software.amazon.awssdk.services.opensearch.model.ServiceSoftwareOptions;
import software.amazon.awssdk.services.opensearch.model.Tag;
import software.amazon.awssdk.services.opensearch.model.VPCDerivedInfo;

/** Reads the domains of a region, whichever engine they run, as many in a call as AWS allows. */
final class DomainCollector implements Collector<Domain> {
    // OpenSearch kept the prefix that Elasticsearch had, in names of actions and of resources.
    private static final AwsService<OpenSearchClient> OPENSEARCH = AwsService.of("es", OpenSearchClient::builder);
    private static final Operation LIST_DOMAIN_NAMES = Operation.of("es:ListDomainNames");
    private static final Operation DESCRIBE_DOMAINS =
            Operation.of("es:DescribeDomains").batches(5);
    private static final Detail TAGS = Detail.of(Domain.class, "tags", "es:ListTags");

    private static final int MOST_IN_A_CALL = 5;

    @Override
    public Set<Class<? extends Domain>> yields() {
        return Set.of(Domain.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_DOMAIN_NAMES, DESCRIBE_DOMAINS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Domain> collect(Reads reads) {
        OpenSearchClient client = reads.client(OPENSEARCH);
        List<String> names = reads.list(
                LIST_DOMAIN_NAMES,
                () -> client.listDomainNames(request -> {}).domainNames().stream()
                        .map(DomainInfo::domainName)
                        .toList());
        Stream<DomainStatus> domains = IntStream.iterate(0, from -> from < names.size(), from -> from + MOST_IN_A_CALL)
                .mapToObj(from -> names.subList(from, Math.min(from + MOST_IN_A_CALL, names.size())))
                .flatMap(some -> reads
                        .list(
                                DESCRIBE_DOMAINS,
                                () -> client.describeDomains(request -> request.domainNames(some))
                                        .domainStatusList())
                        .stream())
                .filter(domain -> !Boolean.TRUE.equals(domain.deleted()));
        return reads.each(
                Domain.class, domains, domain -> new Arn(domain.arn()), domain -> read(domain, client, reads));
    }

    private static Domain read(DomainStatus domain, OpenSearchClient client, Reads reads) {
        Arn arn = new Arn(domain.arn());
        // What a version of the engine does not know yet is left out, and is off.
        Optional<ClusterConfig> cluster = Optional.ofNullable(domain.clusterConfig());
        Optional<DomainEndpointOptions> endpoint = Optional.ofNullable(domain.domainEndpointOptions());
        Optional<EncryptionAtRestOptions> encryption = Optional.ofNullable(domain.encryptionAtRestOptions());
        Optional<VPCDerivedInfo> network = Optional.ofNullable(domain.vpcOptions());
        Optional<AdvancedSecurityOptions> users = Optional.ofNullable(domain.advancedSecurityOptions());
        return new Domain(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        domain.domainName(),
                        reads.observe(TAGS, arn, () -> tagsOf(arn, client))),
                orEmpty(domain.engineVersion()),
                isOn(encryption.map(EncryptionAtRestOptions::enabled)),
                encryption.map(EncryptionAtRestOptions::kmsKeyId).filter(key -> !key.isEmpty()),
                isOn(Optional.ofNullable(domain.nodeToNodeEncryptionOptions())
                        .map(NodeToNodeEncryptionOptions::enabled)),
                isOn(endpoint.map(DomainEndpointOptions::enforceHTTPS)),
                endpoint.map(DomainEndpointOptions::tlsSecurityPolicyAsString),
                network.stream()
                        .flatMap(info -> info.subnetIds().stream())
                        .sorted()
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList(),
                network.stream()
                        .flatMap(info -> info.securityGroupIds().stream())
                        .sorted()
                        .map(id -> reads.arn("ec2", "security-group/" + id))
                        .toList(),
                cluster.map(ClusterConfig::instanceCount).orElse(0),
                cluster.map(ClusterConfig::instanceTypeAsString),
                Optional.ofNullable(domain.ebsOptions())
                        .filter(disks -> Boolean.TRUE.equals(disks.ebsEnabled()))
                        .map(EBSOptions::volumeTypeAsString),
                isOn(cluster.map(ClusterConfig::zoneAwarenessEnabled)),
                isOn(cluster.map(ClusterConfig::dedicatedMasterEnabled))
                        ? cluster.map(ClusterConfig::dedicatedMasterCount).orElse(0)
                        : 0,
                domain.logPublishingOptionsAsStrings().entrySet().stream()
                        .filter(log -> Boolean.TRUE.equals(log.getValue().enabled()))
                        .map(log -> new Log(log.getKey()))
                        .sorted(Comparator.comparing(Log::value))
                        .toList(),
                isOn(users.map(AdvancedSecurityOptions::enabled)),
                isOn(users.map(AdvancedSecurityOptions::anonymousAuthEnabled)),
                Optional.ofNullable(domain.autoTuneOptions()).map(AutoTuneOptionsOutput::stateAsString),
                Optional.ofNullable(domain.serviceSoftwareOptions())
                        .filter(DomainCollector::awaitsUpdate)
                        .isPresent(),
                Policies.listed(domain.accessPolicies(), DESCRIBE_DOMAINS));
    }

    private static boolean awaitsUpdate(ServiceSoftwareOptions software) {
        return Boolean.TRUE.equals(software.updateAvailable())
                && software.updateStatus() != DeploymentStatus.IN_PROGRESS
                && software.updateStatus() != DeploymentStatus.COMPLETED;
    }

    private static Map<String, String> tagsOf(Arn arn, OpenSearchClient client) {
        return client.listTags(request -> request.arn(arn.value())).tagList().stream()
                .collect(Collectors.toMap(Tag::key, tag -> orEmpty(tag.value())));
    }

    private static boolean isOn(Optional<Boolean> option) {
        return option.orElse(false);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
