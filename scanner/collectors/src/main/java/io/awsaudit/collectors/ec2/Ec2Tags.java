package io.awsaudit.collectors.ec2;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.OperatorResponse;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Tags, and what else EC2's API says alike of all that it lists. */
final class Ec2Tags {
    private Ec2Tags() {}

    static Map<String, String> map(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.key() != null)
                .collect(
                        Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }

    /** Returns the service that manages something in the account's place. */
    static Optional<String> operator(@Nullable OperatorResponse operator) {
        return Optional.ofNullable(operator)
                .filter(service -> Boolean.TRUE.equals(service.managed()))
                .map(service -> service.principal() == null ? "AWS" : service.principal());
    }

    /** Returns what people call something: its {@code Name} tag, else its id. */
    static String nameOf(Map<String, String> tags, String id) {
        String name = tags.getOrDefault("Name", "");
        return name.isBlank() ? id : name;
    }
}
