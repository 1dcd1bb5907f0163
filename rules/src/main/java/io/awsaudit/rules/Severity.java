package io.awsaudit.rules;

import java.util.Locale;

/** How bad a violation is; the first is the worst. */
public enum Severity {
    /** Anyone may take over the account or read its data, today. */
    CRITICAL,
    /** One further mistake, or one stolen credential, leads there. */
    HIGH,
    /** Weakens a defence, or hides an attack or a loss. */
    MEDIUM,
    /** Good practice whose lack costs little. */
    LOW;

    /** {@return the severity as files and people read it} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return whether this is as bad as another, or worse} */
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
