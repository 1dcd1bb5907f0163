package io.awsaudit.collectors.elasticloadbalancing;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Batches;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.elasticloadbalancing.Listener;
import io.awsaudit.inventory.elasticloadbalancing.LoadBalancer;
import io.awsaudit.inventory.elasticloadbalancing.LoadBalancerAttributes;
import io.awsaudit.inventory.elasticloadbalancing.LoadBalancerAttributes.DesyncMitigationMode;
import io.awsaudit.inventory.elasticloadbalancing.NegotiationPolicy;
import io.awsaudit.inventory.s3.Bucket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancing.ElasticLoadBalancingClient;
import software.amazon.awssdk.services.elasticloadbalancing.model.AdditionalAttribute;
import software.amazon.awssdk.services.elasticloadbalancing.model.Instance;
import software.amazon.awssdk.services.elasticloadbalancing.model.ListenerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.LoadBalancerDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.PolicyAttributeDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.PolicyDescription;
import software.amazon.awssdk.services.elasticloadbalancing.model.Tag;

/** Reads the classic load balancers of a region. */
final class LoadBalancerCollector implements Collector<LoadBalancer> {
    private static final AwsService<ElasticLoadBalancingClient> ELB =
            AwsService.of("elasticloadbalancing", ElasticLoadBalancingClient::builder);
    private static final Operation DESCRIBE_LOAD_BALANCERS =
            Operation.of("elasticloadbalancing:DescribeLoadBalancers").pages(400);

    private static final Detail ATTRIBUTES =
            Detail.of(LoadBalancer.class, "attributes", "elasticloadbalancing:DescribeLoadBalancerAttributes");
    private static final Detail POLICIES = Detail.of(
                    LoadBalancer.class, "negotiationPolicies", "elasticloadbalancing:DescribeLoadBalancerPolicies")
            .where("a listener encrypts");
    private static final Detail TAGS = Detail.of(LoadBalancer.class, "tags", "elasticloadbalancing:DescribeTags")
            .batches(20);

    /** As many as AWS gives at a time. */
    private static final int PAGE = 400;

    /** As many as DescribeTags takes at a time. */
    private static final int TAGGED = 20;

    @Override
    public Set<Class<? extends LoadBalancer>> yields() {
        return Set.of(LoadBalancer.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_LOAD_BALANCERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(ATTRIBUTES, POLICIES, TAGS);
    }

    @Override
    public Stream<LoadBalancer> collect(Reads reads) {
        ElasticLoadBalancingClient client = reads.client(ELB);
        Stream<LoadBalancerDescription> listed = reads.pages(
                DESCRIBE_LOAD_BALANCERS,
                () -> client.describeLoadBalancersPaginator(request -> request.pageSize(PAGE))
                        .loadBalancerDescriptions());
        return reads.each(
                LoadBalancer.class,
                Batches.of(listed, TAGGED, part -> tagsOf(names(part), client)),
                item -> arnOf(item.value(), reads),
                item -> read(item, client, reads));
    }

    private static List<String> names(List<LoadBalancerDescription> balancers) {
        return balancers.stream().map(LoadBalancerDescription::loadBalancerName).toList();
    }

    private static Arn arnOf(LoadBalancerDescription listed, Reads reads) {
        return reads.arn("elasticloadbalancing", "loadbalancer/" + listed.loadBalancerName());
    }

    private static LoadBalancer read(
            Batches.Item<LoadBalancerDescription, Map<String, Map<String, String>>> item,
            ElasticLoadBalancingClient client,
            Reads reads) {
        LoadBalancerDescription listed = item.value();
        String name = listed.loadBalancerName();
        Arn arn = arnOf(listed, reads);
        List<Listener> listeners = listed.listenerDescriptions().stream()
                .map(LoadBalancerCollector::listener)
                .toList();
        return new LoadBalancer(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        name,
                        reads.observe(TAGS, arn, () -> tagsOf(name, item, client))),
                Optional.ofNullable(listed.scheme()).filter(scheme -> !scheme.isEmpty()),
                Optional.ofNullable(listed.vpcId())
                        .filter(vpc -> !vpc.isEmpty())
                        .map(vpc -> reads.arn("ec2", "vpc/" + vpc)),
                listeners,
                listed.availabilityZones().stream().distinct().sorted().toList(),
                listed.subnets().stream()
                        .sorted()
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                        .toList(),
                listed.securityGroups().stream()
                        .sorted()
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList(),
                listed.instances().stream()
                        .map(Instance::instanceId)
                        .sorted()
                        .map(instance -> reads.arn("ec2", "instance/" + instance))
                        .toList(),
                reads.observe(ATTRIBUTES, arn, () -> attributesOf(name, client, reads)),
                negotiationPolicies(name, arn, listeners, client, reads));
    }

    private static Listener listener(ListenerDescription description) {
        var listener = description.listener();
        String protocol = Answers.sent(listener.protocol(), "Protocol");
        return new Listener(
                new Listener.Protocol(protocol),
                Answers.sent(listener.loadBalancerPort(), "LoadBalancerPort"),
                // By default that of the other side.
                new Listener.Protocol(listener.instanceProtocol() == null ? protocol : listener.instanceProtocol()),
                Answers.sent(listener.instancePort(), "InstancePort"),
                Optional.ofNullable(listener.sslCertificateId()).filter(certificate -> !certificate.isEmpty()),
                description.policyNames());
    }

    private static LoadBalancerAttributes attributesOf(String name, ElasticLoadBalancingClient client, Reads reads) {
        var attributes = client.describeLoadBalancerAttributes(request -> request.loadBalancerName(name))
                .loadBalancerAttributes();
        Optional<String> desync = attributes.additionalAttributes().stream()
                .filter(attribute -> "elb.http.desyncmitigationmode".equals(attribute.key()))
                .map(AdditionalAttribute::value)
                .findFirst();
        var log = Answers.sent(attributes.accessLog(), "AccessLog");
        return new LoadBalancerAttributes(
                Answers.sent(
                        Answers.sent(attributes.crossZoneLoadBalancing(), "CrossZoneLoadBalancing")
                                .enabled(),
                        "CrossZoneLoadBalancing.Enabled"),
                Optional.ofNullable(log.s3BucketName())
                        .filter(bucket -> Answers.sent(log.enabled(), "AccessLog.Enabled") && !bucket.isEmpty())
                        .map(bucket -> Bucket.arnOf(reads.partition(), bucket)),
                Answers.sent(
                        Answers.sent(attributes.connectionDraining(), "ConnectionDraining")
                                .enabled(),
                        "ConnectionDraining.Enabled"),
                // The default, where AWS does not say.
                desync.map(DesyncMitigationMode::new).orElse(DesyncMitigationMode.DEFENSIVE));
    }

    private static Observed<List<NegotiationPolicy>> negotiationPolicies(
            String name, Arn arn, List<Listener> listeners, ElasticLoadBalancingClient client, Reads reads) {
        List<String> heeded = listeners.stream()
                .filter(Listener::isEncrypted)
                .flatMap(listener -> listener.policies().stream())
                .distinct()
                .sorted()
                .toList();
        return heeded.isEmpty()
                ? Observed.known(List.of())
                : reads.observe(
                        POLICIES,
                        arn,
                        () -> client
                                .describeLoadBalancerPolicies(request ->
                                        request.loadBalancerName(name).policyNames(heeded))
                                .policyDescriptions()
                                .stream()
                                .filter(policy -> "SSLNegotiationPolicyType".equals(policy.policyTypeName()))
                                .map(LoadBalancerCollector::negotiationPolicy)
                                .toList());
    }

    private static NegotiationPolicy negotiationPolicy(PolicyDescription policy) {
        return new NegotiationPolicy(
                policy.policyName(),
                policy.policyAttributeDescriptions().stream()
                        .filter(attribute -> "Reference-Security-Policy".equals(attribute.attributeName()))
                        .map(PolicyAttributeDescription::attributeValue)
                        .findFirst());
    }

    /** The tags of a load balancer: alone, where one of its neighbours is gone and so there is no answer for any of them. */
    private static @Nullable Map<String, String> tagsOf(
            String name,
            Batches.Item<LoadBalancerDescription, Map<String, Map<String, String>>> item,
            ElasticLoadBalancingClient client) {
        Map<String, Map<String, String>> shared = Answers.orIfAbsent(item.answer(), Map.of(), "LoadBalancerNotFound");
        return shared.containsKey(name)
                ? shared.get(name)
                : tagsOf(List.of(name), client).get(name);
    }

    private static Map<String, Map<String, String>> tagsOf(List<String> names, ElasticLoadBalancingClient client) {
        return client.describeTags(request -> request.loadBalancerNames(names)).tagDescriptions().stream()
                .collect(Collectors.toMap(
                        description -> description.loadBalancerName(),
                        description -> description.tags().stream()
                                .collect(Collectors.toMap(
                                        Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one)),
                        (one, other) -> one));
    }
}
