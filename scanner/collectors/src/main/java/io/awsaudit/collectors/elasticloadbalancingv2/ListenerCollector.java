package io.awsaudit.collectors.elasticloadbalancingv2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.elasticloadbalancingv2.Listener;
import io.awsaudit.inventory.elasticloadbalancingv2.Protocol;
import io.awsaudit.inventory.elasticloadbalancingv2.Rule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.elasticloadbalancingv2.ElasticLoadBalancingV2Client;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Certificate;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.LoadBalancer;

/** Reads the listeners of all load balancers of a region, which AWS lists for one load balancer at a time. */
final class ListenerCollector implements Collector<Listener> {
    private static final Operation DESCRIBE_LISTENERS =
            ElbV2.operation("DescribeListeners").pages(ElbV2.PAGE).per("load balancer");
    private static final Detail CERTIFICATES = ElbV2.detail(
                    Listener.class, "certificates", "DescribeListenerCertificates")
            .where("it ends TLS");
    private static final Detail RULES =
            ElbV2.detail(Listener.class, "rules", "DescribeRules").where("it speaks HTTP");
    private static final Detail TAGS =
            ElbV2.detail(Listener.class, "tags", "DescribeTags").batches(20);

    private record Listed(
            String loadBalancer, software.amazon.awssdk.services.elasticloadbalancingv2.model.Listener listener) {}

    @Override
    public Set<Class<? extends Listener>> yields() {
        return Set.of(Listener.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(ElbV2.DESCRIBE_LOAD_BALANCERS, DESCRIBE_LISTENERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(CERTIFICATES, RULES, TAGS);
    }

    @Override
    public Stream<Listener> collect(Reads reads) {
        ElasticLoadBalancingV2Client client = reads.client(ElbV2.ELB);
        Stream<Listed> listeners = reads.<LoadBalancer, List<Listed>>each(
                        ElbV2.loadBalancers(reads),
                        balancer -> reads.list(DESCRIBE_LISTENERS, () -> listenersOf(balancer, client)))
                .flatMap(List::stream);
        return reads.each(
                Listener.class,
                ElbV2.tagged(listeners, listed -> listed.listener().listenerArn(), client),
                ElbV2.Tagged::arn,
                item -> read(item, client, reads));
    }

    /** A load balancer that was deleted since it was listed has no listeners any more. */
    private static List<Listed> listenersOf(LoadBalancer balancer, ElasticLoadBalancingV2Client client) {
        return Answers.orIfAbsent(
                () -> client
                        .describeListenersPaginator(request -> request.loadBalancerArn(balancer.loadBalancerArn())
                                .pageSize(ElbV2.PAGE))
                        .listeners()
                        .stream()
                        .map(listener -> new Listed(balancer.loadBalancerName(), listener))
                        .toList(),
                List.of(),
                "LoadBalancerNotFound");
    }

    private static Listener read(ElbV2.Tagged<Listed> item, ElasticLoadBalancingV2Client client, Reads reads) {
        var listed = item.listed().listener();
        Optional<Protocol> protocol = ElbV2.protocol(listed.protocolAsString());
        int port = listed.port() == null ? 0 : listed.port();
        Listener bare = new Listener(
                new Identity(
                        item.arn(),
                        reads.account(),
                        reads.region(),
                        item.listed().loadBalancer()
                                + protocol.map(word -> " " + word.value() + ":" + port)
                                        .orElse(""),
                        ElbV2.tags(TAGS, item, client, reads)),
                new Arn(listed.loadBalancerArn()),
                protocol,
                port,
                Optional.ofNullable(listed.sslPolicy()).filter(policy -> !policy.isEmpty()),
                ElbV2.actions(listed.defaultActions()),
                Observed.known(List.of()),
                Observed.known(List.of()));
        return new Listener(
                bare.identity(),
                bare.loadBalancer(),
                protocol,
                port,
                bare.endsTls() ? bare.sslPolicy() : Optional.empty(),
                bare.defaultActions(),
                bare.endsTls()
                        ? reads.observe(CERTIFICATES, item.arn(), () -> certificatesOf(item.arn(), client))
                        : bare.certificates(),
                bare.isHttp() ? reads.observe(RULES, item.arn(), () -> rulesOf(item.arn(), client)) : bare.rules());
    }

    /** The default certificate may come twice: as the default, and as one of the list. */
    private static List<Arn> certificatesOf(Arn listener, ElasticLoadBalancingV2Client client) {
        return client
                .describeListenerCertificatesPaginator(
                        request -> request.listenerArn(listener.value()).pageSize(ElbV2.PAGE))
                .certificates()
                .stream()
                .map(Certificate::certificateArn)
                .distinct()
                .sorted()
                .map(Arn::new)
                .toList();
    }

    private static List<Rule> rulesOf(Arn listener, ElasticLoadBalancingV2Client client) {
        return client
                .describeRulesPaginator(
                        request -> request.listenerArn(listener.value()).pageSize(ElbV2.PAGE))
                .rules()
                .stream()
                .map(rule -> new Rule(String.valueOf(rule.priority()), ElbV2.actions(rule.actions())))
                .toList();
    }
}
