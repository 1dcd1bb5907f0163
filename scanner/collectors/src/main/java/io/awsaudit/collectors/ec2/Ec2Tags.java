package io.awsaudit.collectors.ec2;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Tags as EC2's API lists them. */
final class Ec2Tags {
    private Ec2Tags() {}

    static Map<String, String> map(List<Tag> tags) {
        return tags.stream()
                .filter(tag -> tag.key() != null)
                .collect(
                        Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }

    /** Returns what people call something: its {@code Name} tag, else its id. */
    static String nameOf(Map<String, String> tags, String id) {
        String name = tags.getOrDefault("Name", "");
        return name.isBlank() ? id : name;
    }
}
