package io.awsaudit.collectors.globalaccelerator;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.globalaccelerator.EndpointGroup;
import io.awsaudit.inventory.globalaccelerator.EndpointGroup.Endpoint;
import io.awsaudit.inventory.globalaccelerator.EndpointGroup.Health;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.globalaccelerator.model.EndpointDescription;

/** Reads where the listeners of an account's accelerators lead. */
final class EndpointGroupCollector implements Collector<EndpointGroup> {
    private static final Operation LIST_ENDPOINT_GROUPS = Operation.of("globalaccelerator:ListEndpointGroups")
            .pages(GlobalAccelerator.PAGE)
            .per("listener");

    /** That of an endpoint of which AWS does not say it, and all that would go there. */
    private static final int USUAL_WEIGHT = 128;

    private static final double ALL = 100;

    @Override
    public Set<Class<? extends EndpointGroup>> yields() {
        return Set.of(EndpointGroup.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(GlobalAccelerator.LIST_ACCELERATORS, GlobalAccelerator.LIST_LISTENERS, LIST_ENDPOINT_GROUPS);
    }

    @Override
    public Stream<EndpointGroup> collect(Reads reads) {
        return GlobalAccelerator.listeners(reads)
                .flatMap(listener -> reads.pages(
                        LIST_ENDPOINT_GROUPS,
                        () -> GlobalAccelerator.client(reads)
                                .listEndpointGroupsPaginator(request -> request.listenerArn(listener.listenerArn())
                                        .maxResults(GlobalAccelerator.PAGE))
                                .endpointGroups()))
                .map(group -> read(group, reads));
    }

    private static EndpointGroup read(
            software.amazon.awssdk.services.globalaccelerator.model.EndpointGroup listed, Reads reads) {
        Arn arn = new Arn(listed.endpointGroupArn());
        return new EndpointGroup(
                GlobalAccelerator.below(arn, reads),
                GlobalAccelerator.before(arn, "/listener/"),
                GlobalAccelerator.before(arn, "/endpoint-group/"),
                Answers.sent(listed.endpointGroupRegion(), "EndpointGroupRegion"),
                listed.trafficDialPercentage() == null ? ALL : listed.trafficDialPercentage(),
                listed.endpointDescriptions().stream()
                        .map(EndpointGroupCollector::endpoint)
                        .toList());
    }

    private static Endpoint endpoint(EndpointDescription sent) {
        return new Endpoint(
                Answers.sent(sent.endpointId(), "EndpointId"),
                sent.weight() == null ? USUAL_WEIGHT : sent.weight(),
                sent.healthStateAsString() == null ? Health.INITIAL : new Health(sent.healthStateAsString()));
    }
}
