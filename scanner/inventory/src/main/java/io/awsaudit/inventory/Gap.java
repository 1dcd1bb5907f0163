package io.awsaudit.inventory;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that was not seen, and why.
 *
 * @param operation the API operation that would have shown it, such as {@code s3:GetBucketVersioning}; for what no
 *     operation reads, what stands in its place
 * @param action the IAM action that the caller lacks or may lack
 * @param detail AWS's message or ours, for people
 */
public record Gap(Cause cause, String operation, Optional<String> action, String detail) {
    /** Why something was not seen. */
    public enum Cause {
        /** AWS refused: a missing permission or an explicit deny. */
        DENIED,
        /** AWS throttled every attempt. */
        THROTTLED,
        /** No answer within the time limit. */
        TIMED_OUT,
        /** The service or operation does not exist there, or the region is not enabled. */
        UNSUPPORTED,
        /** The credentials ran out during the scan. */
        EXPIRED,
        /** Left out because nobody asked for it. */
        SKIPPED,
        /** It is in another account, region or time than was collected. */
        NOT_COLLECTED,
        /** An answer came and could not be understood. */
        MALFORMED,
        /** Any other failure. */
        FAILED;

        /** {@return the cause as files and people read it} */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** {@return one line that says what was not seen, and why} */
    public String sentence() {
        StringBuilder line = new StringBuilder(operation).append(": ").append(cause.words());
        action.ifPresent(name -> line.append(", needs ").append(name));
        if (!detail.isBlank()) {
            line.append(" (").append(detail).append(')');
        }
        return line.toString();
    }
}
