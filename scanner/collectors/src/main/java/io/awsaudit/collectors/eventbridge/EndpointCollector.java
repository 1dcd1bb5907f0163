package io.awsaudit.collectors.eventbridge;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.eventbridge.Endpoint;
import io.awsaudit.inventory.eventbridge.Endpoint.Replication;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EndpointEventBus;
import software.amazon.awssdk.services.eventbridge.model.EndpointState;
import software.amazon.awssdk.services.eventbridge.model.ListEndpointsResponse;
import software.amazon.awssdk.services.eventbridge.model.ReplicationConfig;

/** Reads global endpoints, each in the region that its name says. */
final class EndpointCollector implements Collector<Endpoint> {
    private static final Operation LIST_ENDPOINTS =
            Operation.of("events:ListEndpoints").pages(EventBridge.PAGE);

    @Override
    public Set<Class<? extends Endpoint>> yields() {
        return Set.of(Endpoint.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_ENDPOINTS);
    }

    @Override
    public Stream<Endpoint> collect(Reads reads) {
        EventBridgeClient events = reads.client(EventBridge.EVENTS);
        return reads.pages(
                        LIST_ENDPOINTS,
                        () -> TokenPages.of(
                                token -> events.listEndpoints(request ->
                                        request.maxResults(EventBridge.PAGE).nextToken(token)),
                                ListEndpointsResponse::endpoints,
                                ListEndpointsResponse::nextToken))
                .filter(endpoint -> endpoint.state() != EndpointState.DELETING)
                .filter(endpoint -> new Arn(endpoint.arn()).region().equals(reads.region()))
                .map(endpoint -> read(endpoint, reads));
    }

    private static Endpoint read(software.amazon.awssdk.services.eventbridge.model.Endpoint endpoint, Reads reads) {
        return new Endpoint(
                Identity.untagged(new Arn(endpoint.arn()), reads.account(), reads.region(), endpoint.name()),
                Optional.ofNullable(endpoint.replicationConfig())
                        .map(ReplicationConfig::stateAsString)
                        .map(Replication::new),
                endpoint.eventBuses().stream()
                        .map(EndpointEventBus::eventBusArn)
                        .map(Arn::new)
                        .toList());
    }
}
