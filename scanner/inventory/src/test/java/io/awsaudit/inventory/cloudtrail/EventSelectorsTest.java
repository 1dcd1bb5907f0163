package io.awsaudit.inventory.cloudtrail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EventSelectorsTest {
    @Test
    void selectorsThatWereNeverSetRecordManagementEventsAndNoDataEvents() {
        EventSelectors never = new EventSelectors(List.of(), List.of());
        assertThat(never.recordAllManagementEvents()).isTrue();
        assertThat(never.recordS3ObjectEvents(true)).isFalse();
    }

    @Test
    void aBasicSelectorMustIncludeManagementEventsOfBothKindsAndExcludeNone() {
        assertThat(basic("All", true, List.of()).recordAllManagementEvents()).isTrue();
        assertThat(basic("All", false, List.of()).recordAllManagementEvents()).isFalse();
        assertThat(basic("WriteOnly", true, List.of()).recordAllManagementEvents())
                .isFalse();
        assertThat(basic("All", true, List.of("kms.amazonaws.com")).recordAllManagementEvents())
                .isFalse();
    }

    @Test
    void twoSelectorsMayShareTheWork() {
        assertThat(new EventSelectors(
                                List.of(
                                        new EventSelectors.Basic("ReadOnly", true, List.of(), List.of()),
                                        new EventSelectors.Basic("WriteOnly", true, List.of(), List.of())),
                                List.of())
                        .recordAllManagementEvents())
                .isTrue();
    }

    @Test
    void anAdvancedSelectorThatLeavesSomethingOutDoesNotRecordEverything() {
        var management = field("eventCategory", "Management");
        assertThat(advanced(management).recordAllManagementEvents()).isTrue();
        assertThat(advanced(management, field("readOnly", "false")).recordAllManagementEvents())
                .isFalse();
        assertThat(advanced(management, not("eventSource", "kms.amazonaws.com")).recordAllManagementEvents())
                .isFalse();
        assertThat(advanced(field("eventCategory", "Data")).recordAllManagementEvents())
                .isFalse();
        assertThat(advanced().recordAllManagementEvents()).isFalse();
    }

    @Test
    void objectEventsOfEveryBucketInBasicSelectors() {
        assertThat(objects("All", "AWS::S3::Object", "arn:aws:s3").recordS3ObjectEvents(true))
                .isTrue();
        assertThat(objects("All", "AWS::S3::Object", "arn:aws:s3:::").recordS3ObjectEvents(false))
                .isTrue();
        assertThat(objects("All", "AWS::S3::Object", "arn:aws-cn:s3").recordS3ObjectEvents(false))
                .isTrue();
        assertThat(objects("ReadOnly", "AWS::S3::Object", "arn:aws:s3").recordS3ObjectEvents(true))
                .isTrue();
        assertThat(objects("ReadOnly", "AWS::S3::Object", "arn:aws:s3").recordS3ObjectEvents(false))
                .isFalse();
        assertThat(objects("All", "AWS::S3::Object", "arn:aws:s3:::one/").recordS3ObjectEvents(true))
                .isFalse();
        assertThat(objects("All", "AWS::Lambda::Function", "arn:aws:lambda").recordS3ObjectEvents(true))
                .isFalse();
    }

    @Test
    void objectEventsOfEveryBucketInAdvancedSelectors() {
        var data = field("eventCategory", "Data");
        var objects = field("resources.type", "AWS::S3::Object");
        assertThat(advanced(data, objects).recordS3ObjectEvents(true)).isTrue();
        assertThat(advanced(data, objects, field("readOnly", "true")).recordS3ObjectEvents(true))
                .isTrue();
        assertThat(advanced(data, objects, field("readOnly", "true")).recordS3ObjectEvents(false))
                .isFalse();
        assertThat(advanced(data, objects, startsWith("resources.ARN", "arn:aws:s3"))
                        .recordS3ObjectEvents(true))
                .isTrue();
        assertThat(advanced(data, objects, startsWith("resources.ARN", "arn:aws:s3:::one/"))
                        .recordS3ObjectEvents(true))
                .isFalse();
        assertThat(advanced(data, objects, not("resources.ARN", "arn:aws:s3:::logs/"))
                        .recordS3ObjectEvents(true))
                .isFalse();
        assertThat(advanced(data, objects, field("eventName", "PutObject")).recordS3ObjectEvents(false))
                .isFalse();
        assertThat(advanced(data).recordS3ObjectEvents(true)).isFalse();
    }

    private static EventSelectors basic(String kind, boolean management, List<String> excluded) {
        return new EventSelectors(List.of(new EventSelectors.Basic(kind, management, excluded, List.of())), List.of());
    }

    private static EventSelectors objects(String kind, String type, String value) {
        return new EventSelectors(
                List.of(new EventSelectors.Basic(
                        kind, false, List.of(), List.of(new EventSelectors.DataResource(type, List.of(value))))),
                List.of());
    }

    private static EventSelectors advanced(EventSelectors.Field... fields) {
        return new EventSelectors(List.of(), List.of(new EventSelectors.Advanced(Optional.empty(), List.of(fields))));
    }

    private static EventSelectors.Field field(String name, String value) {
        return new EventSelectors.Field(name, List.of(value), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static EventSelectors.Field startsWith(String name, String value) {
        return new EventSelectors.Field(name, List.of(), List.of(value), List.of(), List.of(), List.of(), List.of());
    }

    private static EventSelectors.Field not(String name, String value) {
        return new EventSelectors.Field(name, List.of(), List.of(), List.of(), List.of(value), List.of(), List.of());
    }
}
