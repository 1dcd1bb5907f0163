package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.eks.EksClient;
import software.amazon.awssdk.services.eks.model.AMITypes;
import software.amazon.awssdk.services.eks.model.CreateClusterRequest;
import software.amazon.awssdk.services.eks.model.LogType;
import software.amazon.awssdk.services.eks.model.VpcConfigRequest;

/**
 * Kubernetes clusters. moto keeps no deletion protection, and gives each node group a key pair unless it is told who may
 * connect.
 */
final class EksSeeds implements Seeds {
    /** Newer than any that there is, lest support of it end one day. */
    private static final String CURRENT = "1.99";

    /** Of another account, and so of a customer. */
    private static final String KEY = "arn:aws:kms:us-east-1:444455556666:key/1234abcd-12ab-34cd-56ef-1234567890ab";

    @Override
    public void insecure(EmulatedAccount account) {
        EksClient eks = account.client(EksClient.builder());
        eks.createCluster(cluster(account, "insecure-open", network(account, true, true, "0.0.0.0/0"), KEY)
                .build());
        eks.createCluster(cluster(account, "insecure-public", network(account, true, true, "203.0.113.0/24"), KEY)
                .build());
        eks.createCluster(cluster(
                        account,
                        "insecure-without-private-endpoint",
                        network(account, true, false, "203.0.113.0/24"),
                        KEY)
                .build());
        VpcConfigRequest inside = network(account, false, true, "203.0.113.0/24");
        eks.createCluster(cluster(account, "insecure-without-audit-log", inside, KEY)
                .logging(logging ->
                        logging.clusterLogging(logs -> logs.types(LogType.AUDIT).enabled(false)))
                .build());
        eks.createCluster(cluster(account, "insecure-plain-secrets", inside, KEY)
                .encryptionConfig(List.of())
                .build());
        eks.createCluster(cluster(account, "insecure-old-version", inside, KEY)
                .version("1.27")
                .build());
        nodes(account, eks, "insecure-old-version", "insecure-old-nodes", "1.27", VpcSeeds.insecureGroup(account));
        eks.createNodegroup(request -> request.clusterName("insecure-old-version")
                .nodegroupName("insecure-open-nodes")
                .nodeRole(role(account))
                .subnets(VpcSeeds.insecureSubnet(account))
                .version(CURRENT)
                .remoteAccess(access -> access.ec2SshKey("admin")));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        EksClient eks = account.client(EksClient.builder());
        List<String> subnets = VpcSeeds.hardenedSubnets(account);
        String group = VpcSeeds.hardenedGroup(account);
        VpcConfigRequest inside = VpcConfigRequest.builder()
                .subnetIds(subnets)
                .securityGroupIds(group)
                .endpointPublicAccess(false)
                .endpointPrivateAccess(true)
                .build();
        eks.createCluster(cluster(account, "hardened-cluster", inside, KmsSeeds.hardenedKey(account))
                .tags(Map.of("Owner", "team"))
                .build());
        eks.createNodegroup(request -> request.clusterName("hardened-cluster")
                .nodegroupName("hardened-nodes")
                .amiType(AMITypes.AL2023_ARM_64_STANDARD)
                .nodeRole(role(account))
                .subnets(subnets)
                .version(CURRENT)
                .remoteAccess(access -> access.ec2SshKey("admin").sourceSecurityGroups(group)));
    }

    private static CreateClusterRequest.Builder cluster(
            EmulatedAccount account, String name, VpcConfigRequest network, String key) {
        return CreateClusterRequest.builder()
                .name(name)
                .roleArn(role(account))
                .version(CURRENT)
                .resourcesVpcConfig(network)
                .logging(logging -> logging.clusterLogging(
                        logs -> logs.types(LogType.knownValues()).enabled(true)))
                .encryptionConfig(
                        encryption -> encryption.resources("secrets").provider(provider -> provider.keyArn(key)))
                .deletionProtection(true);
    }

    private static VpcConfigRequest network(
            EmulatedAccount account, boolean onTheInternet, boolean inside, String callers) {
        return VpcConfigRequest.builder()
                .subnetIds(VpcSeeds.insecureSubnet(account))
                .endpointPublicAccess(onTheInternet)
                .publicAccessCidrs(callers)
                .endpointPrivateAccess(inside)
                .build();
    }

    private static void nodes(
            EmulatedAccount account, EksClient eks, String cluster, String name, String version, String group) {
        eks.createNodegroup(request -> request.clusterName(cluster)
                .nodegroupName(name)
                .nodeRole(role(account))
                .subnets(VpcSeeds.insecureSubnet(account))
                .version(version)
                .remoteAccess(access -> access.ec2SshKey("admin").sourceSecurityGroups(group)));
    }

    /** moto does not ask whether it is there. */
    private static String role(EmulatedAccount account) {
        return "arn:aws:iam::" + account.id() + ":role/kubernetes";
    }
}
