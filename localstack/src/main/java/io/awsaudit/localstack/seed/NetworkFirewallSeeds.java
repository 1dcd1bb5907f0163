package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.networkfirewall.NetworkFirewallClient;
import software.amazon.awssdk.services.networkfirewall.model.CreateFirewallRequest;
import software.amazon.awssdk.services.networkfirewall.model.LogDestinationType;
import software.amazon.awssdk.services.networkfirewall.model.LogType;
import software.amazon.awssdk.services.networkfirewall.model.SubnetMapping;
import software.amazon.awssdk.services.networkfirewall.model.Tag;

/** Firewalls of Network Firewall. moto knows neither policies nor rule groups, and looks at no VPC and no subnet. */
final class NetworkFirewallSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        NetworkFirewallClient firewalls = account.client(NetworkFirewallClient.builder());
        firewall(account, "insecure-unlogged", firewall -> {});
        logged(firewalls, firewall(account, "insecure-deletable", firewall -> firewall.deleteProtection(false)));
        logged(firewalls, firewall(account, "insecure-movable", firewall -> firewall.subnetChangeProtection(false)));
        logged(
                firewalls,
                firewall(
                        account,
                        "insecure-policy-changeable",
                        firewall -> firewall.firewallPolicyChangeProtection(false)));
        logged(
                firewalls,
                firewall(account, "insecure-one-zone", firewall -> firewall.subnetMappings(subnet("subnet-0a"))));
        String untagged = firewall(account, "insecure-untagged", firewall -> firewall.tags(List.of()));
        logged(firewalls, untagged);
    }

    @Override
    public void hardened(EmulatedAccount account) {
        logged(account.client(NetworkFirewallClient.builder()), firewall(account, "hardened-firewall", firewall -> {}));
    }

    /** Makes a firewall with nothing wrong with it but what is changed, and returns its ARN. */
    private static String firewall(
            EmulatedAccount account, String name, Consumer<CreateFirewallRequest.Builder> change) {
        return account.client(NetworkFirewallClient.builder())
                .createFirewall(request -> {
                    request.firewallName(name)
                            .firewallPolicyArn(
                                    "arn:aws:network-firewall:us-east-1:" + account.id() + ":firewall-policy/rules")
                            .vpcId("vpc-0a")
                            .subnetMappings(subnet("subnet-0a"), subnet("subnet-0b"))
                            .deleteProtection(true)
                            .subnetChangeProtection(true)
                            .firewallPolicyChangeProtection(true)
                            .tags(Tag.builder().key("Owner").value("network").build());
                    change.accept(request);
                })
                .firewall()
                .firewallArn();
    }

    private static SubnetMapping subnet(String id) {
        return SubnetMapping.builder().subnetId(id).build();
    }

    private static void logged(NetworkFirewallClient firewalls, String arn) {
        firewalls.updateLoggingConfiguration(request -> request.firewallArn(arn)
                .loggingConfiguration(logging -> logging.logDestinationConfigs(config -> config.logType(LogType.ALERT)
                        .logDestinationType(LogDestinationType.S3)
                        .logDestination(Map.of("bucketName", "firewall-logs")))));
    }
}
