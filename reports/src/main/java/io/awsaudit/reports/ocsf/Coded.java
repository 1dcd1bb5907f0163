package io.awsaudit.reports.ocsf;

import io.awsaudit.reports.Tracked;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import tools.jackson.core.JsonGenerator;

/** A value of one of the schema's enums: its number, and the caption that goes into the sibling attribute. */
record Coded(int id, String caption) {
    private static final int OTHER = 99;
    private static final int TYPES_PER_CLASS = 100;

    static final Coded CATEGORY = new Coded(2, "Findings");
    static final Coded CLASS = new Coded(2003, "Compliance Finding");
    static final Coded RULE = new Coded(1, "Rule");
    static final Coded AWS_ACCOUNT = new Coded(10, "AWS Account");
    static final Coded RESOURCE_UID = new Coded(10, "Resource UID");
    static final Coded AFFECTED = new Coded(3, "Affected");
    static final Coded RELATED = new Coded(4, "Related");

    /** Of the types of users none is an account. */
    static final Coded OWNING_ACCOUNT = new Coded(OTHER, "AWS Account");

    static Coded activity(Tracked.State state) {
        return switch (state) {
            case CREATED -> new Coded(1, "Create");
            case UPDATED -> new Coded(2, "Update");
            case FIXED, GONE -> new Coded(3, "Close");
        };
    }

    static Coded type(Coded activity) {
        return new Coded(CLASS.id * TYPES_PER_CLASS + activity.id, CLASS.caption + ": " + activity.caption);
    }

    /** Returns how bad the finding is: the severity of its check, unless there is nothing wrong. */
    static Coded severity(Tracked tracked) {
        return tracked.isOpen() ? severity(tracked.finding().severity()) : new Coded(1, "Informational");
    }

    private static Coded severity(Severity severity) {
        return switch (severity) {
            case LOW -> new Coded(2, "Low");
            case MEDIUM -> new Coded(3, "Medium");
            case HIGH -> new Coded(4, "High");
            case CRITICAL -> new Coded(5, "Critical");
        };
    }

    /** Returns what remains to be done about the finding. */
    static Coded status(Tracked tracked) {
        if (tracked.state() == Tracked.State.GONE) {
            return new Coded(5, "Archived");
        }
        if (!tracked.isOpen()) {
            return new Coded(4, "Resolved");
        }
        return tracked.finding().suppression().isPresent() ? new Coded(3, "Suppressed") : new Coded(1, "New");
    }

    /** Returns what the check says; that it could not be decided is a warning, in the schema's own words for it. */
    static Coded compliance(Tracked tracked) {
        if (tracked.state() == Tracked.State.GONE) {
            return new Coded(OTHER, "Not Applicable");
        }
        return switch (tracked.finding().status()) {
            case FAIL -> new Coded(3, "Fail");
            case PASS -> new Coded(1, "Pass");
            case UNKNOWN -> new Coded(2, "Warning");
            case NOT_APPLICABLE -> new Coded(OTHER, "Not Applicable");
            case MANUAL -> new Coded(OTHER, "Manual");
        };
    }

    /** Returns how sure the verdict is: a check that decides has seen what it rests on. */
    static Coded confidence(Verdict verdict) {
        return switch (verdict) {
            case FAIL, PASS, NOT_APPLICABLE -> new Coded(3, "High");
            case UNKNOWN, MANUAL -> new Coded(0, "Unknown");
        };
    }

    /** Writes the number under a name that ends in {@code _id} or {@code _uid}, and the caption under its sibling. */
    void write(JsonGenerator json, String idName, String captionName) {
        json.writeNumberProperty(idName, id);
        json.writeStringProperty(captionName, caption);
    }
}
