package io.awsaudit.inventory.cloudtrail;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which events a trail records; an event is recorded when one of the selectors selects it. A trail has basic selectors or
 * advanced ones, never both; one without any records every management event and no data event.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_PutEventSelectors.html">PutEventSelectors</a>
 */
public record EventSelectors(List<Basic> basic, List<Advanced> advanced) {
    /** Holds of selectors that record every management event, reads and writes, of every service. */
    public static final Predicate<EventSelectors> ALL_MANAGEMENT_EVENTS = EventSelectors::recordAllManagementEvents;
    /** Holds of selectors that record every read of an object in any bucket. */
    public static final Predicate<EventSelectors> ALL_S3_READS = selectors -> selectors.recordS3ObjectEvents(true);
    /** Holds of selectors that record every write of an object in any bucket. */
    public static final Predicate<EventSelectors> ALL_S3_WRITES = selectors -> selectors.recordS3ObjectEvents(false);

    private static final String S3_OBJECT = "AWS::S3::Object";

    public EventSelectors {
        basic = List.copyOf(basic);
        advanced = List.copyOf(advanced);
    }

    /**
     * A basic selector.
     *
     * @param readWriteType {@code All}, {@code ReadOnly} or {@code WriteOnly}
     * @param excludedManagementEventSources services whose management events are left out
     * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_EventSelector.html">EventSelector</a>
     */
    public record Basic(
            String readWriteType,
            boolean includeManagementEvents,
            List<String> excludedManagementEventSources,
            List<DataResource> dataResources) {
        public Basic {
            excludedManagementEventSources = List.copyOf(excludedManagementEventSources);
            dataResources = List.copyOf(dataResources);
        }

        private boolean covers(boolean reads) {
            return readWriteType.equals("All") || readWriteType.equals(reads ? "ReadOnly" : "WriteOnly");
        }

        private boolean recordsManagementEvents(boolean reads) {
            return includeManagementEvents && excludedManagementEventSources.isEmpty() && covers(reads);
        }

        private boolean recordsS3ObjectEvents(boolean reads) {
            return covers(reads)
                    && dataResources.stream()
                            .anyMatch(resource -> resource.type().equals(S3_OBJECT)
                                    && resource.values().stream().anyMatch(EventSelectors::isEveryBucket));
        }
    }

    /** Resources of which a basic selector records data events: those whose ARN starts with one of the values. */
    public record DataResource(String type, List<String> values) {
        public DataResource {
            values = List.copyOf(values);
        }
    }

    /**
     * An advanced selector; it selects an event that satisfies every field.
     *
     * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/APIReference/API_AdvancedFieldSelector.html">AdvancedFieldSelector</a>
     */
    public record Advanced(Optional<String> name, List<Field> fields) {
        public Advanced {
            fields = List.copyOf(fields);
        }

        private boolean selects(String category, boolean reads, Predicate<Field> unharmful) {
            return fields.stream().anyMatch(field -> field.isOnly("eventCategory", category))
                    && fields.stream()
                            .allMatch(field -> field.isOnly("eventCategory", category)
                                    || field.isOnly("readOnly", String.valueOf(reads))
                                    || unharmful.test(field));
        }

        private boolean recordsManagementEvents(boolean reads) {
            return selects("Management", reads, field -> false);
        }

        private boolean recordsS3ObjectEvents(boolean reads) {
            return fields.stream().anyMatch(field -> field.isOnly("resources.type", S3_OBJECT))
                    && selects(
                            "Data", reads, field -> field.isOnly("resources.type", S3_OBJECT) || field.isEveryBucket());
        }
    }

    /** A condition of an advanced selector on a field of the event; of the lists, those that are empty ask nothing. */
    public record Field(
            String field,
            List<String> equalTo,
            List<String> startsWith,
            List<String> endsWith,
            List<String> notEqualTo,
            List<String> notStartsWith,
            List<String> notEndsWith) {
        public Field {
            equalTo = List.copyOf(equalTo);
            startsWith = List.copyOf(startsWith);
            endsWith = List.copyOf(endsWith);
            notEqualTo = List.copyOf(notEqualTo);
            notStartsWith = List.copyOf(notStartsWith);
            notEndsWith = List.copyOf(notEndsWith);
        }

        private boolean isOnly(String name, String value) {
            return field.equals(name)
                    && equalTo.contains(value)
                    && Stream.of(startsWith, endsWith, notEqualTo, notStartsWith, notEndsWith)
                            .allMatch(List::isEmpty);
        }

        private boolean isEveryBucket() {
            return field.equals("resources.ARN")
                    && startsWith.stream().anyMatch(EventSelectors::isEveryBucket)
                    && Stream.of(equalTo, endsWith, notEqualTo, notStartsWith, notEndsWith)
                            .allMatch(List::isEmpty);
        }
    }

    /** {@return whether every management event, reads and writes, of every service is recorded} */
    public boolean recordAllManagementEvents() {
        if (basic.isEmpty() && advanced.isEmpty()) {
            return true; // what AWS documents of a trail whose selectors were never set
        }
        return recordManagementEvents(true) && recordManagementEvents(false);
    }

    private boolean recordManagementEvents(boolean reads) {
        return basic.stream().anyMatch(selector -> selector.recordsManagementEvents(reads))
                || advanced.stream().anyMatch(selector -> selector.recordsManagementEvents(reads));
    }

    /** {@return whether every read, or else every write, of an object in any bucket is recorded} */
    public boolean recordS3ObjectEvents(boolean reads) {
        return basic.stream().anyMatch(selector -> selector.recordsS3ObjectEvents(reads))
                || advanced.stream().anyMatch(selector -> selector.recordsS3ObjectEvents(reads));
    }

    /** Prefixes that every bucket's ARN starts with: {@code arn:aws:s3} is the documented one. */
    private static boolean isEveryBucket(String prefix) {
        return prefix.matches("arn:aws[a-z-]*:s3:{0,3}");
    }
}
