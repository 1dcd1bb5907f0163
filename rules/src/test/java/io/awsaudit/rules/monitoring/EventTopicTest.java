package io.awsaudit.rules.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.cloudwatchlogs.MetricFilter;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventTopicTest {
    private static final Pattern FILTER = Pattern.compile("--filter-pattern '([^']*)'");

    static Stream<EventTopic> topics() {
        return EventTopic.all().stream();
    }

    @ParameterizedTest
    @MethodSource("topics")
    void theFilterThatACheckTellsUsersToMakeLetsEveryEventThrough(EventTopic topic) {
        Check check = Catalog.builtIn().check(topic.check()).orElseThrow();
        Matcher filter = FILTER.matcher(check.cli().orElseThrow());
        assertThat(filter.find()).isTrue();
        Arn group = new Arn("arn:aws:logs:us-east-1:111122223333:log-group:trail");
        assertThat(topic.missedBy(new MetricFilter(
                        Identity.untagged(
                                new Arn(group.value() + ":metric-filter:f"), "111122223333", "us-east-1", "f"),
                        group,
                        filter.group(1),
                        Optional.empty(),
                        List.of())))
                .isEmpty();
    }
}
