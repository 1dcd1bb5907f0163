package io.awsaudit.collectors.eventbridge;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.Tag;

/** The client of EventBridge, and what its collectors have in common. */
final class EventBridge {
    static final AwsService<EventBridgeClient> EVENTS = AwsService.of("events", EventBridgeClient::builder);

    static final Operation LIST_EVENT_BUSES =
            Operation.of("events:ListEventBuses").pages(100).shared();

    static final String LIST_TAGS = "events:ListTagsForResource";

    /** The most that a page of a listing takes. */
    static final int PAGE = 100;

    private EventBridge() {}

    /** Lists the event buses of a region. */
    static Stream<EventBus> buses(Reads reads) {
        return reads.sharedPages(
                LIST_EVENT_BUSES,
                () -> TokenPages.of(
                        token -> reads.client(EVENTS)
                                .listEventBuses(request -> request.limit(PAGE).nextToken(token)),
                        ListEventBusesResponse::eventBuses,
                        ListEventBusesResponse::nextToken));
    }

    static Map<String, String> tags(Arn arn, EventBridgeClient events) {
        return events.listTagsForResource(request -> request.resourceARN(arn.value())).tags().stream()
                .collect(
                        Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }
}
