package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.Listener;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerAttributes;
import software.amazon.awssdk.services.elasticloadbalancing.model.Tag;
import software.amazon.awssdk.services.iam.IamClient;

/** Classic load balancers. moto gives a listener no policy by itself, and its instances the protocol that clients speak. */
final class ElasticLoadBalancingSeeds implements Seeds {
    private static final String POLICY = "ELBSecurityPolicy-TLS-1-2-2017-01";

    @Override
    public void insecure(EmulatedAccount account) {
        ElasticLoadBalancingClient elb = account.client(ElasticLoadBalancingClient.builder());
        List<String> zones = List.of(EmulatedAccount.HOME.id() + "a", EmulatedAccount.HOME.id() + "b");
        String certificate = AcmSeeds.soundCertificate(account);

        balancer(elb, "insecure-without-access-logs", zones, https(certificate), POLICY);
        attributes(elb, "insecure-without-access-logs", builder -> builder.accessLog(log -> log.enabled(false)));
        balancer(elb, "insecure-within-zones", zones, https(certificate), POLICY);
        attributes(
                elb, "insecure-within-zones", builder -> builder.crossZoneLoadBalancing(zone -> zone.enabled(false)));
        balancer(elb, "insecure-without-draining", zones, https(certificate), POLICY);
        attributes(
                elb, "insecure-without-draining", builder -> builder.connectionDraining(drain -> drain.enabled(false)));
        balancer(elb, "insecure-open-to-desync", zones, https(certificate), POLICY);
        attributes(
                elb,
                "insecure-open-to-desync",
                builder -> builder.additionalAttributes(
                        desync -> desync.key("elb.http.desyncmitigationmode").value("monitor")));
        balancer(elb, "insecure-single-zone", zones.subList(0, 1), https(certificate), POLICY);
        attributes(elb, "insecure-single-zone", builder -> {});
        balancer(elb, "insecure-without-instances", zones, https(certificate), POLICY);
        attributes(elb, "insecure-without-instances", builder -> {});
        balancer(elb, "insecure-one-instance", zones, https(certificate), POLICY);
        attributes(elb, "insecure-one-instance", builder -> {});
        balancer(elb, "insecure-old-tls", zones, https(certificate), "ELBSecurityPolicy-2016-08");
        attributes(elb, "insecure-old-tls", builder -> {});
        balancer(elb, "insecure-certificate-of-iam", zones, https(serverCertificate(account)), POLICY);
        attributes(elb, "insecure-certificate-of-iam", builder -> {});
        elb.createLoadBalancer(request -> request.loadBalancerName("insecure-plain")
                .availabilityZones(zones)
                .scheme("internal")
                .tags(owner())
                .listeners(listener ->
                        listener.protocol("HTTP").loadBalancerPort(80).instancePort(80)));
        attributes(elb, "insecure-plain", builder -> {});
    }

    @Override
    public void hardened(EmulatedAccount account) {
        ElasticLoadBalancingClient elb = account.client(ElasticLoadBalancingClient.builder());
        List<String> zones = List.of(EmulatedAccount.HOME.id() + "a", EmulatedAccount.HOME.id() + "b");
        balancer(elb, "hardened-classic", zones, https(AcmSeeds.soundCertificate(account)), POLICY);
        attributes(elb, "hardened-classic", builder -> {});
    }

    /** Emulators do not ask whether instances are there. */
    private static void instances(ElasticLoadBalancingClient elb, String name) {
        List<String> ids = name.equals("insecure-without-instances")
                ? List.of()
                : name.equals("insecure-one-instance") ? List.of("i-0a") : List.of("i-0a", "i-0b");
        if (!ids.isEmpty()) {
            elb.registerInstancesWithLoadBalancer(request -> request.loadBalancerName(name)
                    .instances(ids.stream()
                            .map(id -> Instance.builder().instanceId(id).build())
                            .toList()));
        }
    }

    private static void balancer(
            ElasticLoadBalancingClient elb, String name, List<String> zones, Listener listener, String policy) {
        elb.createLoadBalancer(request -> request.loadBalancerName(name)
                .availabilityZones(zones)
                .scheme("internal")
                .tags(owner())
                .listeners(listener));
        elb.createLoadBalancerPolicy(request -> request.loadBalancerName(name)
                .policyName("tls")
                .policyTypeName("SSLNegotiationPolicyType")
                .policyAttributes(attribute ->
                        attribute.attributeName("Reference-Security-Policy").attributeValue(policy)));
        elb.setLoadBalancerPoliciesOfListener(
                request -> request.loadBalancerName(name).loadBalancerPort(443).policyNames("tls"));
    }

    /** Sets them all, but for the one that is wrong, and registers instances. */
    private static void attributes(
            ElasticLoadBalancingClient elb, String name, Consumer<LoadBalancerAttributes.Builder> wrong) {
        LoadBalancerAttributes.Builder attributes = LoadBalancerAttributes.builder()
                .accessLog(log ->
                        log.enabled(true).s3BucketName("load-balancer-logs").emitInterval(5))
                .crossZoneLoadBalancing(zone -> zone.enabled(true))
                .connectionDraining(drain -> drain.enabled(true).timeout(300))
                .additionalAttributes(
                        desync -> desync.key("elb.http.desyncmitigationmode").value("defensive"));
        wrong.accept(attributes);
        elb.modifyLoadBalancerAttributes(
                request -> request.loadBalancerName(name).loadBalancerAttributes(attributes.build()));
        instances(elb, name);
    }

    private static Listener https(String certificate) {
        return Listener.builder()
                .protocol("HTTPS")
                .loadBalancerPort(443)
                .instancePort(443)
                .sslCertificateId(certificate)
                .build();
    }

    private static Tag owner() {
        return Tag.builder().key("Owner").value("web").build();
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
