package io.awsaudit.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What rules may ask besides facts, under the global name {@code audit}: the moment judged, and parameters. */
public final class Audit {
    private final Instant asOf;
    private final Settings settings;

    public Audit(Instant asOf, Settings settings) {
        this.asOf = asOf;
        this.settings = settings;
    }

    /** {@return the moment that the inventory stands for} */
    public Instant asOf() {
        return asOf;
    }

    /** {@return whole days from a moment to the one judged; negative for a moment yet to come} */
    public long daysSince(Instant moment) {
        return Duration.between(moment, asOf).toDays();
    }

    /** {@return a check's parameter that is a whole number} */
    public long number(String check, String parameter) {
        return ((Number) settings.value(check, parameter)).longValue();
    }

    /** {@return a check's parameter that is a list of texts} */
    public List<String> list(String check, String parameter) {
        return ((List<?>) settings.value(check, parameter))
                .stream().map(String::valueOf).toList();
    }
}
