package io.awsaudit.rules.monitoring;

import io.awsaudit.inventory.cloudwatchlogs.FilterPattern;
import io.awsaudit.inventory.cloudwatchlogs.MetricFilter;
import io.awsaudit.inventory.snapshot.InventoryJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Events of CloudTrail that somebody should hear of, as samples that a metric filter must let through.
 *
 * <p>Each event has one sample a caller, who differ in all that an honest filter does not ask about: identity, address,
 * region. So a filter for the events of one user or region is found to miss the others.
 *
 * @param name what the topic's check ends with
 * @param samples by label: the event's name, and the caller
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html">Contents
 *     of an event</a>
 */
public record EventTopic(String name, Map<String, Map<String, JsonNode>> samples) {
    private record Entry(
            String source,
            List<String> events,
            @Nullable List<String> callers,
            @Nullable ObjectNode fields) {}

    private record File(ObjectNode event, Map<String, ObjectNode> callers, Map<String, List<Entry>> topics) {}

    /**
     * What a pattern lets through.
     *
     * @param whole topics of which every event
     * @param part topics of which some events
     */
    private record Reach(List<EventTopic> whole, List<EventTopic> part) {}

    private static final int REACHES_KEPT = 1_000;

    private static final List<EventTopic> ALL = load();

    /** By the pattern's text. */
    private static final Map<String, Reach> REACHES = new ConcurrentHashMap<>();

    /** {@return every topic} */
    public static List<EventTopic> all() {
        return ALL;
    }

    /** {@return the id of the check that asks for an alarm on this topic} */
    public String check() {
        return "cloudwatch-account-alarm-on-" + name;
    }

    /** {@return the topics of which a filter lets every event through} */
    public static List<EventTopic> caughtBy(MetricFilter filter) {
        return filter.fieldSelectionCriteria().isEmpty()
                ? reach(filter.filterPattern()).whole()
                : List.of();
    }

    /** {@return the topics of which a filter lets some events through, and misses others} */
    public static List<EventTopic> caughtInPartBy(MetricFilter filter) {
        return filter.fieldSelectionCriteria().isEmpty()
                ? reach(filter.filterPattern()).part()
                : List.of();
    }

    /** Accounts of one company have the same patterns, and several rules ask what each lets through. */
    private static Reach reach(String text) {
        Reach known = REACHES.get(text);
        if (known != null) {
            return known;
        }
        FilterPattern pattern = FilterPattern.parse(text);
        Reach reach = pattern instanceof FilterPattern.NotUnderstood
                ? new Reach(List.of(), List.of())
                : new Reach(
                        ALL.stream()
                                .filter(topic -> topic.missedBy(pattern).isEmpty())
                                .toList(),
                        ALL.stream()
                                .filter(topic -> !topic.missedBy(pattern).isEmpty() && topic.catchesAny(pattern))
                                .toList());
        if (REACHES.size() >= REACHES_KEPT) {
            REACHES.clear();
        }
        REACHES.put(text, reach);
        return reach;
    }

    /** {@return the events of the topic that a filter does not let through, with the caller where it depends on that} */
    public List<String> missedBy(MetricFilter filter) {
        return missedBy(filter.pattern());
    }

    private List<String> missedBy(FilterPattern pattern) {
        List<String> missed = new ArrayList<>();
        samples.forEach((event, byCaller) -> {
            List<String> callers = byCaller.entrySet().stream()
                    .filter(sample -> !pattern.matches(sample.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();
            if (callers.size() == byCaller.size()) {
                missed.add(event);
            } else if (!callers.isEmpty()) {
                missed.add(event + " by " + String.join(" or ", callers));
            }
        });
        return missed;
    }

    private boolean catchesAny(FilterPattern pattern) {
        return samples.values().stream()
                .flatMap(byCaller -> byCaller.values().stream())
                .anyMatch(pattern::matches);
    }

    private static List<EventTopic> load() {
        JsonMapper json = InventoryJson.configure(JsonMapper.builder())
                .disable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        try (InputStream text = Objects.requireNonNull(EventTopic.class.getResourceAsStream("topics.json"))) {
            File file = json.readValue(text, File.class);
            return file.topics().entrySet().stream()
                    .map(topic -> new EventTopic(topic.getKey(), samples(topic.getValue(), file)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Map<String, JsonNode>> samples(List<Entry> entries, File file) {
        Map<String, Map<String, JsonNode>> samples = new LinkedHashMap<>();
        for (Entry entry : entries) {
            for (String event : entry.events()) {
                Map<String, JsonNode> byCaller = new LinkedHashMap<>();
                for (String caller :
                        entry.callers() == null ? List.copyOf(file.callers().keySet()) : entry.callers()) {
                    ObjectNode sample = file.event().deepCopy();
                    sample.put("eventSource", entry.source());
                    sample.put("eventName", event);
                    sample.setAll(Objects.requireNonNull(file.callers().get(caller)));
                    if (entry.fields() != null) {
                        sample.setAll(entry.fields());
                    }
                    byCaller.put(caller, sample);
                }
                samples.put(event, byCaller);
            }
        }
        return samples;
    }
}
