package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Gap;
import tools.jackson.core.JsonGenerator;

/** What a run notifies of besides its results; the descriptors that notifications point to. */
enum Notice {
    NOT_SEEN_DENIED(
            "not-seen/denied",
            "AWS refused a call",
            "A policy stands against the call, or none allows it, so that what it would have shown is not known.",
            "Grant the action that the notification names, or ask those whose policy it blames."),
    NOT_SEEN_THROTTLED(
            "not-seen/throttled",
            "AWS throttled every attempt",
            "AWS answered each attempt with a refusal for its rate, until the time for it was over.",
            "Scan again with a lower --concurrency."),
    NOT_SEEN_TIMED_OUT(
            "not-seen/timed-out",
            "No answer came in time",
            "The service did not answer within the time that a call has.",
            "Scan again, and look at the way to the service if that does not help."),
    NOT_SEEN_UNSUPPORTED(
            "not-seen/unsupported",
            "The service or the operation does not exist there",
            "The region does not have the service or the operation, or is not enabled for the account.",
            "Nothing, where the region lacks the service; else enable the region, or do not choose it."),
    NOT_SEEN_EXPIRED(
            "not-seen/expired",
            "The credentials ran out",
            "The credentials ended while the scan was under way.",
            "Sign in again, and go on with --resume."),
    NOT_SEEN_SKIPPED(
            "not-seen/skipped",
            "Nobody asked for it",
            "It was left out of the scan on request.",
            "Choose more checks or regions."),
    NOT_SEEN_INTERRUPTED(
            "not-seen/interrupted",
            "The scan was stopped before",
            "The scan ended before it came to this.",
            "Go on with --resume."),
    NOT_SEEN_NOT_COLLECTED(
            "not-seen/not-collected",
            "It is outside of what was collected",
            "A verdict needs something in an account, region or time that was not collected.",
            "Choose more checks or regions."),
    NOT_SEEN_MALFORMED(
            "not-seen/malformed",
            "An answer could not be understood",
            "Something came back that is not an answer of the service, as from a proxy on the way.",
            "Look at what stands between the scan and AWS."),
    NOT_SEEN_FAILED(
            "not-seen/failed",
            "A call failed",
            "The call came to no answer, for the reason that the notification gives.",
            "Scan again."),
    NOTIFICATIONS_LEFT_OUT(
            "left-out/notifications",
            "There is more that could not be seen",
            "The run names what matters most of what could not be seen, and not all of it.",
            "Read findings.json, which lists all."),
    RESULTS_LEFT_OUT(
            "left-out/results",
            "There are more results than the file may hold",
            "GitHub code scanning refuses a file with more, so that what matters least is not in it.",
            "Read findings.json, which has all, or choose fewer checks."),
    RUNS_LEFT_OUT(
            "left-out/runs",
            "There are more accounts than the file may hold",
            "GitHub code scanning refuses a file with more runs, so that further files have the others.",
            "Upload each of the files."),
    RESULTS_NOT_SHOWN(
            "not-shown/results",
            "There are more results than GitHub shows",
            "GitHub code scanning takes these results, and opens alerts for the most severe of them.",
            "Mend or accept some of them, or choose fewer checks."),
    NO_LONGER_WRONG(
            "baseline/absent",
            "Something of the baseline is no longer wrong",
            "What failed in the earlier result was looked at again, and does not fail any more or is gone.",
            "Nothing.");

    private final String id;
    private final String about;
    private final String description;
    private final String help;

    Notice(String id, String about, String description, String help) {
        this.id = id;
        this.about = about;
        this.description = description;
        this.help = help;
    }

    static Notice notSeen(Gap.Cause cause) {
        return switch (cause) {
            case DENIED -> NOT_SEEN_DENIED;
            case THROTTLED -> NOT_SEEN_THROTTLED;
            case TIMED_OUT -> NOT_SEEN_TIMED_OUT;
            case UNSUPPORTED -> NOT_SEEN_UNSUPPORTED;
            case EXPIRED -> NOT_SEEN_EXPIRED;
            case SKIPPED -> NOT_SEEN_SKIPPED;
            case INTERRUPTED -> NOT_SEEN_INTERRUPTED;
            case NOT_COLLECTED -> NOT_SEEN_NOT_COLLECTED;
            case MALFORMED -> NOT_SEEN_MALFORMED;
            case FAILED -> NOT_SEEN_FAILED;
        };
    }

    /** Writes all descriptors. */
    static void descriptors(JsonGenerator json) {
        json.writeArrayPropertyStart("notifications");
        for (Notice notice : values()) {
            json.writeStartObject();
            json.writeStringProperty("id", notice.id);
            json.writeStringProperty("name", Rules.pascalCase(notice.id.replace('/', '-')));
            Message.write(json, "shortDescription", notice.about);
            Message.write(json, "fullDescription", notice.description);
            Message.write(json, "help", notice.help);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Writes a reference to its descriptor. */
    void reference(JsonGenerator json) {
        json.writeObjectPropertyStart("descriptor");
        json.writeStringProperty("id", id);
        json.writeNumberProperty("index", ordinal());
        json.writeEndObject();
    }
}
