package io.awsaudit.inventory.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingGroupTest {
    @Test
    void everythingButTypesThatAnotherRegionRecordsIsAll() {
        assertThat(new RecordingGroup(true, true, Optional.empty(), List.of(), List.of()).recordsAllTypes())
                .isTrue();
        assertThat(excluding("AWS::IAM::User", "AWS::IAM::Role").recordsAllTypes())
                .isTrue();
        assertThat(excluding("AWS::EC2::Instance").recordsAllTypes()).isFalse();
    }

    @Test
    void someTypesAreNotAll() {
        assertThat(new RecordingGroup(
                                false,
                                false,
                                Optional.of(RecordingStrategy.INCLUSION),
                                List.of("AWS::EC2::Instance"),
                                List.of())
                        .recordsAllTypes())
                .isFalse();
        assertThat(new RecordingGroup(false, false, Optional.empty(), List.of(), List.of()).recordsAllTypes())
                .isFalse();
    }

    private static RecordingGroup excluding(String... types) {
        return new RecordingGroup(false, false, Optional.of(RecordingStrategy.EXCLUSION), List.of(), List.of(types));
    }
}
