package io.awsaudit.collectors.eventbridge;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.eventbridge.EventBus;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;

/** Reads event buses; the listing tells their policies. */
final class EventBusCollector implements Collector<EventBus> {
    private static final Detail TAGS = Detail.of(EventBus.class, "tags", EventBridge.LIST_TAGS);

    @Override
    public Set<Class<? extends EventBus>> yields() {
        return Set.of(EventBus.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(EventBridge.LIST_EVENT_BUSES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<EventBus> collect(Reads reads) {
        EventBridgeClient events = reads.client(EventBridge.EVENTS);
        return reads.each(
                EventBus.class, EventBridge.buses(reads), bus -> new Arn(bus.arn()), bus -> read(bus, events, reads));
    }

    private static EventBus read(
            software.amazon.awssdk.services.eventbridge.model.EventBus bus, EventBridgeClient events, Reads reads) {
        Arn arn = new Arn(bus.arn());
        return new EventBus(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        bus.name(),
                        reads.observe(TAGS, arn, () -> EventBridge.tags(arn, events))),
                Policies.listed(bus.policy(), EventBridge.LIST_EVENT_BUSES));
    }
}
