package io.awsaudit.collectors.elasticloadbalancingv2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.elasticloadbalancingv2.LoadBalancer;
import io.awsaudit.inventory.elasticloadbalancingv2.LoadBalancerAttributes;
import io.awsaudit.inventory.elasticloadbalancingv2.LoadBalancerAttributes.DesyncMitigationMode;
import io.awsaudit.inventory.s3.Bucket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AvailabilityZone;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancerAttribute;

/** Reads the application, network and gateway load balancers of a region. */
final class LoadBalancerCollector implements Collector<LoadBalancer> {
    private static final Detail ATTRIBUTES =
            ElbV2.detail(LoadBalancer.class, "attributes", "DescribeLoadBalancerAttributes");
    private static final Detail TAGS =
            ElbV2.detail(LoadBalancer.class, "tags", "DescribeTags").batches(20);

    @Override
    public Set<Class<? extends LoadBalancer>> yields() {
        return Set.of(LoadBalancer.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(ElbV2.DESCRIBE_LOAD_BALANCERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(ATTRIBUTES, TAGS);
    }

    @Override
    public Stream<LoadBalancer> collect(Reads reads) {
        ElasticLoadBalancingV2Client client = reads.client(ElbV2.ELB);
        return reads.each(
                LoadBalancer.class,
                ElbV2.tagged(ElbV2.loadBalancers(reads), balancer -> balancer.loadBalancerArn(), client),
                ElbV2.Tagged::arn,
                balancer -> read(balancer, client, reads));
    }

    private static LoadBalancer read(
            ElbV2.Tagged<software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer> item,
            ElasticLoadBalancingV2Client client,
            Reads reads) {
        var listed = item.listed();
        return new LoadBalancer(
                new Identity(
                        item.arn(),
                        reads.account(),
                        reads.region(),
                        listed.loadBalancerName(),
                        ElbV2.tags(TAGS, item, client, reads)),
                new LoadBalancer.Type(Answers.sent(listed.typeAsString(), "Type")),
                Optional.ofNullable(listed.schemeAsString())
                        .filter(scheme -> !scheme.isEmpty())
                        .map(LoadBalancer.Scheme::new),
                Optional.ofNullable(listed.vpcId())
                        .filter(vpc -> !vpc.isEmpty())
                        .map(vpc -> reads.arn("ec2", "vpc/" + vpc)),
                listed.availabilityZones().stream()
                        .map(AvailabilityZone::zoneName)
                        .distinct()
                        .sorted()
                        .toList(),
                listed.availabilityZones().stream()
                        .anyMatch(zone ->
                                zone.outpostId() != null && !zone.outpostId().isEmpty()),
                listed.availabilityZones().stream()
                        .map(AvailabilityZone::subnetId)
                        .filter(subnet -> subnet != null)
                        .sorted()
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                        .toList(),
                listed.securityGroups().stream()
                        .sorted()
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList(),
                reads.observe(ATTRIBUTES, item.arn(), () -> attributesOf(item.arn(), client, reads)));
    }

    /** An attribute that AWS does not send has the default that its documentation gives. */
    private static LoadBalancerAttributes attributesOf(Arn arn, ElasticLoadBalancingV2Client client, Reads reads) {
        Map<String, String> set =
                client
                        .describeLoadBalancerAttributes(request -> request.loadBalancerArn(arn.value()))
                        .attributes()
                        .stream()
                        .filter(attribute -> attribute.value() != null)
                        .collect(Collectors.toMap(
                                LoadBalancerAttribute::key, LoadBalancerAttribute::value, (one, other) -> one));
        // The one that all of them have.
        String deletion = Answers.sent(set.get("deletion_protection.enabled"), "deletion_protection.enabled");
        return new LoadBalancerAttributes(
                deletion.equals("true"),
                Optional.ofNullable(set.get("access_logs.s3.bucket"))
                        .filter(bucket -> !bucket.isEmpty() && "true".equals(set.get("access_logs.s3.enabled")))
                        .map(bucket -> Bucket.arnOf(reads.partition(), bucket)),
                "true".equals(set.get("routing.http.drop_invalid_header_fields.enabled")),
                new DesyncMitigationMode(set.getOrDefault(
                        "routing.http.desync_mitigation_mode", DesyncMitigationMode.DEFENSIVE.value())),
                "true".equals(set.get("load_balancing.cross_zone.enabled")));
    }
}
