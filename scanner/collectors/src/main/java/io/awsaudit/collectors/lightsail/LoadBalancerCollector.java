package io.awsaudit.collectors.lightsail;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.lightsail.LoadBalancer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.GetLoadBalancersResponse;

/** Reads the load balancers that Lightsail has in a region. */
final class LoadBalancerCollector implements Collector<LoadBalancer> {
    private static final Operation LIST = Operation.of("lightsail:GetLoadBalancers");

    @Override
    public Set<Class<? extends LoadBalancer>> yields() {
        return Set.of(LoadBalancer.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<LoadBalancer> collect(Reads reads) {
        LightsailClient client = reads.client(Lightsail.CLIENT);
        return reads.pages(
                        LIST,
                        () -> TokenPages.of(
                                token -> client.getLoadBalancers(request -> request.pageToken(token)),
                                GetLoadBalancersResponse::loadBalancers,
                                GetLoadBalancersResponse::nextPageToken))
                .map(listed -> read(listed, reads));
    }

    private static LoadBalancer read(software.amazon.awssdk.services.lightsail.model.LoadBalancer listed, Reads reads) {
        return new LoadBalancer(
                Lightsail.identity(listed.arn(), listed.name(), listed.tags(), reads),
                Boolean.TRUE.equals(listed.httpsRedirectionEnabled()),
                listed.instanceHealthSummary().size());
    }
}
