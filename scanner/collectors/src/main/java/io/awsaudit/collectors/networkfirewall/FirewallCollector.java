package io.awsaudit.collectors.networkfirewall;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.networkfirewall.Firewall;
import io.awsaudit.inventory.networkfirewall.Firewall.LogDestination;
import io.awsaudit.inventory.networkfirewall.FirewallSettings;
import io.awsaudit.inventory.networkfirewall.FirewallSettings.SyncState;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.networkfirewall.NetworkFirewallClient;
import software.amazon.awssdk.services.networkfirewall.model.AvailabilityZoneMapping;
import software.amazon.awssdk.services.networkfirewall.model.DescribeFirewallResponse;
import software.amazon.awssdk.services.networkfirewall.model.FirewallMetadata;
import software.amazon.awssdk.services.networkfirewall.model.FirewallStatus;
import software.amazon.awssdk.services.networkfirewall.model.LogDestinationConfig;
import software.amazon.awssdk.services.networkfirewall.model.LoggingConfiguration;

/** Reads the firewalls of a region. */
final class FirewallCollector implements Collector<Firewall> {
    private static final Operation LIST =
            Operation.of("network-firewall:ListFirewalls").pages(NetworkFirewall.PAGE);
    private static final Detail SETTINGS = Detail.of(Firewall.class, "settings", "network-firewall:DescribeFirewall");
    private static final Detail TAGS = Detail.of(Firewall.class, "tags", "network-firewall:DescribeFirewall");
    private static final Detail LOGS =
            Detail.of(Firewall.class, "logDestinations", "network-firewall:DescribeLoggingConfiguration");

    @Override
    public Set<Class<? extends Firewall>> yields() {
        return Set.of(Firewall.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS, LOGS);
    }

    @Override
    public Stream<Firewall> collect(Reads reads) {
        NetworkFirewallClient client = reads.client(NetworkFirewall.CLIENT);
        Stream<FirewallMetadata> listed = reads.pages(
                        LIST,
                        () -> client.listFirewallsPaginator(request -> request.maxResults(NetworkFirewall.PAGE))
                                .firewalls())
                .filter(firewall -> NetworkFirewall.isOwn(new Arn(firewall.firewallArn()), reads));
        return reads.each(
                        Firewall.class,
                        listed,
                        firewall -> new Arn(firewall.firewallArn()),
                        firewall -> read(firewall, client, reads))
                .filter(firewall -> !firewall.settings().knownTo(FirewallSettings.DELETING));
    }

    private static Firewall read(FirewallMetadata listed, NetworkFirewallClient client, Reads reads) {
        Arn arn = new Arn(listed.firewallArn());
        // One answer holds both.
        record Answer(FirewallSettings settings, Map<String, String> tags) {}
        Observed<Answer> described = reads.answer(reads.wants(SETTINGS) ? SETTINGS : TAGS, arn, () -> {
            var answer = client.describeFirewall(request -> request.firewallArn(arn.value()));
            return new Answer(
                    settings(answer, reads),
                    NetworkFirewall.tags(answer.firewall().tags()));
        });
        return new Firewall(
                new Identity(arn, reads.account(), reads.region(), listed.firewallName(), described.map(Answer::tags)),
                described.map(Answer::settings),
                reads.observe(LOGS, arn, () -> logDestinations(arn, client)));
    }

    private static FirewallSettings settings(DescribeFirewallResponse answer, Reads reads) {
        var firewall = Answers.sent(answer.firewall(), "Firewall");
        FirewallStatus status = Answers.sent(answer.firewallStatus(), "FirewallStatus");
        return new FirewallSettings(
                Answers.sent(status.statusAsString(), "FirewallStatus.Status"),
                new SyncState(Optional.ofNullable(status.configurationSyncStateSummaryAsString())
                        .orElse("")),
                NetworkFirewall.arn(firewall.firewallPolicyArn()),
                Optional.ofNullable(firewall.vpcId())
                        .filter(vpc -> !vpc.isEmpty())
                        .map(vpc -> reads.arn("ec2", "vpc/" + vpc)),
                Optional.ofNullable(firewall.transitGatewayId()).filter(gateway -> !gateway.isEmpty()),
                firewall.subnetMappings().stream()
                        .map(mapping -> reads.arn("ec2", "subnet/" + mapping.subnetId()))
                        .sorted()
                        .toList(),
                firewall.availabilityZoneMappings().stream()
                        .map(AvailabilityZoneMapping::availabilityZone)
                        .sorted()
                        .toList(),
                Boolean.TRUE.equals(firewall.deleteProtection()),
                Boolean.TRUE.equals(firewall.subnetChangeProtection()),
                Boolean.TRUE.equals(firewall.availabilityZoneChangeProtection()),
                Boolean.TRUE.equals(firewall.firewallPolicyChangeProtection()),
                NetworkFirewall.key(firewall.encryptionConfiguration()));
    }

    /** Where no log was ever kept, or none is any more, the configuration is empty or left out. */
    private static List<LogDestination> logDestinations(Arn arn, NetworkFirewallClient client) {
        var answer = client.describeLoggingConfiguration(request -> request.firewallArn(arn.value()));
        Answers.sent(answer.firewallArn(), "FirewallArn");
        return Optional.ofNullable(answer.loggingConfiguration())
                .map(LoggingConfiguration::logDestinationConfigs)
                .stream()
                .flatMap(List::stream)
                .map(FirewallCollector::logDestination)
                .toList();
    }

    private static LogDestination logDestination(LogDestinationConfig config) {
        return new LogDestination(
                Answers.sent(config.logTypeAsString(), "LogType"),
                Answers.sent(config.logDestinationTypeAsString(), "LogDestinationType"),
                Stream.of("logGroup", "bucketName", "deliveryStream")
                        .map(config.logDestination()::get)
                        .filter(name -> name != null && !name.isEmpty())
                        .findFirst()
                        .orElse(""));
    }
}
