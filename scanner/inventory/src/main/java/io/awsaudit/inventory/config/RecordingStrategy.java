package io.awsaudit.inventory.config;

import io.awsaudit.inventory.OpenValue;

/** How a recorder chooses resource types. */
public record RecordingStrategy(String value) implements OpenValue {
    public static final RecordingStrategy ALL = new RecordingStrategy("ALL_SUPPORTED_RESOURCE_TYPES");
    public static final RecordingStrategy EXCLUSION = new RecordingStrategy("EXCLUSION_BY_RESOURCE_TYPES");
    public static final RecordingStrategy INCLUSION = new RecordingStrategy("INCLUSION_BY_RESOURCE_TYPES");
}
