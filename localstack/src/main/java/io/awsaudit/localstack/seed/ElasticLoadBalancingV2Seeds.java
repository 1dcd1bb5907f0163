package io.awsaudit.localstack.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ActionTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerTypeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.ProtocolEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.RedirectActionStatusCodeEnum;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Tag;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetGroup;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.TargetTypeEnum;
import software.amazon.awssdk.services.iam.IamClient;

/** Application, network and gateway load balancers. moto keeps only attributes that were set, so that all are. */
final class ElasticLoadBalancingV2Seeds implements Seeds {
    private static final String POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-2021-06";
    private static final String DELETION = "deletion_protection.enabled";
    private static final String LOGS = "access_logs.s3.enabled";
    private static final String HEADERS = "routing.http.drop_invalid_header_fields.enabled";
    private static final String CROSS_ZONE = "load_balancing.cross_zone.enabled";
    private static final String DESYNC = "routing.http.desync_mitigation_mode";

    @Override
    public void insecure(EmulatedAccount account) {
        ElasticLoadBalancingV2Client elb = account.client(ElasticLoadBalancingV2Client.builder());
        List<String> subnets = VpcSeeds.insecureSubnets(account);
        Maker maker = new Maker(elb, subnets, List.of(VpcSeeds.insecureGroup(account)), "insecure-bare");
        maker.application("insecure-without-access-logs", Map.of(LOGS, "false"));
        maker.application("insecure-deletable", Map.of(DELETION, "false"));
        maker.application("insecure-keeps-invalid-headers", Map.of(HEADERS, "false"));
        maker.application("insecure-open-to-desync", Map.of(DESYNC, "monitor"));
        new Maker(elb, subnets.subList(0, 1), List.of(), "insecure-bare").network("insecure-single-zone", Map.of());
        maker.network("insecure-within-zones", Map.of(CROSS_ZONE, "false"));

        String vpc = vpc(account, subnets.get(0));
        String targets = targetGroup(elb, vpc, "insecure-unused", ProtocolEnum.HTTPS, ProtocolEnum.HTTPS);
        targetGroup(elb, vpc, "insecure-plain-http", ProtocolEnum.HTTP, ProtocolEnum.HTTPS);
        targetGroup(elb, vpc, "insecure-plain-health-check", ProtocolEnum.HTTPS, ProtocolEnum.HTTP);
        String certificate = AcmSeeds.soundCertificate(account);

        String plain = maker.application("insecure-plain", Map.of());
        listener(elb, plain, ProtocolEnum.HTTP, 80, forward(targets));
        String rule = maker.application("insecure-rule-serves-http", Map.of());
        String listener = listener(elb, rule, ProtocolEnum.HTTP, 80, redirect());
        elb.createRule(request -> request.listenerArn(listener)
                .priority(1)
                .conditions(
                        condition -> condition.field("path-pattern").pathPatternConfig(path -> path.values("/old/*")))
                .actions(forward(targets)));
        String old = maker.application("insecure-old-tls", Map.of());
        tlsListener(elb, old, ProtocolEnum.HTTPS, "ELBSecurityPolicy-2016-08", certificate, forward(targets));
        String iam = maker.application("insecure-certificate-of-iam", Map.of());
        tlsListener(elb, iam, ProtocolEnum.HTTPS, POLICY, serverCertificate(account), forward(targets));
        String network = maker.network("insecure-tls-not-logged", Map.of(LOGS, "false"));
        String tls = targetGroup(elb, vpc, "insecure-tls", ProtocolEnum.TLS, ProtocolEnum.HTTPS);
        tlsListener(elb, network, ProtocolEnum.TLS, POLICY, certificate, forward(tls));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        ElasticLoadBalancingV2Client elb = account.client(ElasticLoadBalancingV2Client.builder());
        List<String> subnets = VpcSeeds.hardenedSubnets(account);
        Maker maker = new Maker(elb, subnets, List.of(VpcSeeds.hardenedGroup(account)), "hardened-logs");
        String certificate = AcmSeeds.soundCertificate(account);
        String vpc = vpc(account, subnets.get(0));

        String application = maker.application("hardened-application", Map.of());
        String web = targetGroup(elb, vpc, "hardened-web", ProtocolEnum.HTTPS, ProtocolEnum.HTTPS);
        tlsListener(elb, application, ProtocolEnum.HTTPS, POLICY, certificate, forward(web));
        listener(elb, application, ProtocolEnum.HTTP, 80, redirect());

        String network = maker.network("hardened-network", Map.of());
        String tls = targetGroup(elb, vpc, "hardened-tls", ProtocolEnum.TLS, ProtocolEnum.HTTPS);
        tlsListener(elb, network, ProtocolEnum.TLS, POLICY, certificate, forward(tls));

        String gateway = maker.balancer(
                "hardened-gateway", LoadBalancerTypeEnum.GATEWAY, Map.of(DELETION, "true", CROSS_ZONE, "true"));
        String appliances = elb.createTargetGroup(request -> request.name("hardened-appliances")
                        .protocol(ProtocolEnum.GENEVE)
                        .port(6081)
                        .vpcId(vpc)
                        .targetType(TargetTypeEnum.IP)
                        .healthCheckProtocol(ProtocolEnum.HTTPS)
                        .tags(owner()))
                .targetGroups()
                .get(0)
                .targetGroupArn();
        elb.createListener(request -> request.loadBalancerArn(gateway)
                .defaultActions(forward(appliances))
                .tags(owner()));
        elb.createTargetGroup(request -> request.name("hardened-function")
                .targetType(TargetTypeEnum.LAMBDA)
                .tags(owner()));
    }

    private record Maker(ElasticLoadBalancingV2Client elb, List<String> subnets, List<String> groups, String logs) {
        String application(String name, Map<String, String> wrong) {
            Map<String, String> attributes = new TreeMap<>(Map.of(
                    DELETION,
                    "true",
                    LOGS,
                    "true",
                    "access_logs.s3.bucket",
                    logs,
                    HEADERS,
                    "true",
                    DESYNC,
                    "defensive"));
            attributes.putAll(wrong);
            return balancer(name, LoadBalancerTypeEnum.APPLICATION, attributes);
        }

        String network(String name, Map<String, String> wrong) {
            Map<String, String> attributes = new TreeMap<>(
                    Map.of(DELETION, "true", LOGS, "true", "access_logs.s3.bucket", logs, CROSS_ZONE, "true"));
            attributes.putAll(wrong);
            return balancer(name, LoadBalancerTypeEnum.NETWORK, attributes);
        }

        String balancer(String name, LoadBalancerTypeEnum type, Map<String, String> attributes) {
            String arn = elb
                    .createLoadBalancer(request -> {
                        request.name(name).type(type).subnets(subnets).tags(owner());
                        if (type != LoadBalancerTypeEnum.GATEWAY) {
                            request.scheme("internal").securityGroups(groups);
                        }
                    })
                    .loadBalancers()
                    .stream()
                    .map(LoadBalancer::loadBalancerArn)
                    .findFirst()
                    .orElseThrow();
            List<LoadBalancerAttribute> set = new ArrayList<>();
            attributes.forEach((key, value) -> set.add(
                    LoadBalancerAttribute.builder().key(key).value(value).build()));
            elb.modifyLoadBalancerAttributes(
                    request -> request.loadBalancerArn(arn).attributes(set));
            return arn;
        }
    }

    private static String targetGroup(
            ElasticLoadBalancingV2Client elb, String vpc, String name, ProtocolEnum protocol, ProtocolEnum health) {
        return elb
                .createTargetGroup(request -> request.name(name)
                        .protocol(protocol)
                        .port(443)
                        .vpcId(vpc)
                        .targetType(TargetTypeEnum.IP)
                        .healthCheckProtocol(health)
                        .tags(owner()))
                .targetGroups()
                .stream()
                .map(TargetGroup::targetGroupArn)
                .findFirst()
                .orElseThrow();
    }

    private static String listener(
            ElasticLoadBalancingV2Client elb, String balancer, ProtocolEnum protocol, int port, Action action) {
        return elb.createListener(request -> request.loadBalancerArn(balancer)
                        .protocol(protocol)
                        .port(port)
                        .defaultActions(action)
                        .tags(owner()))
                .listeners()
                .get(0)
                .listenerArn();
    }

    private static void tlsListener(
            ElasticLoadBalancingV2Client elb,
            String balancer,
            ProtocolEnum protocol,
            String policy,
            String certificate,
            Action action) {
        elb.createListener(request -> request.loadBalancerArn(balancer)
                .protocol(protocol)
                .port(443)
                .sslPolicy(policy)
                .certificates(shown -> shown.certificateArn(certificate))
                .defaultActions(action)
                .tags(owner()));
    }

    private static Action forward(String targetGroup) {
        return Action.builder()
                .type(ActionTypeEnum.FORWARD)
                .targetGroupArn(targetGroup)
                .build();
    }

    private static Action redirect() {
        return Action.builder()
                .type(ActionTypeEnum.REDIRECT)
                .redirectConfig(
                        to -> to.protocol("HTTPS").port("443").statusCode(RedirectActionStatusCodeEnum.HTTP_301))
                .build();
    }

    private static Tag owner() {
        return Tag.builder().key("Owner").value("web").build();
    }

    private static String vpc(EmulatedAccount account, String subnet) {
        return account.client(Ec2Client.builder())
                .describeSubnets(request -> request.subnetIds(subnet))
                .subnets()
                .get(0)
                .vpcId();
    }

    /** One of those that the account has anyway. */
    private static String serverCertificate(EmulatedAccount account) {
        return account.client(IamClient.builder())
                .listServerCertificates()
                .serverCertificateMetadataList()
                .get(0)
                .arn();
    }
}
