package io.awsaudit.inventory;

import java.util.Locale;
import java.util.Optional;

/**
 * Something that was not seen, and why.
 *
 * @param operation the API operation that would have shown it, such as {@code s3:GetBucketVersioning}; for what no
 *     operation reads, what stands in its place
 * @param action the IAM action that the caller lacks or may lack
 * @param blame whose doing a refusal is, where AWS says it
 * @param detail AWS's message or ours, for people
 */
public record Gap(Cause cause, String operation, Optional<String> action, Optional<Blame> blame, String detail) {
    /** The operation may name the resource that it would have read, whose ARN is as long at most. */
    private static final int OPERATION_LENGTH = 2_100;

    private static final int DETAIL_LENGTH = 2_000;

    public Gap {
        operation = Excerpt.of(operation, OPERATION_LENGTH);
        detail = Excerpt.of(detail, DETAIL_LENGTH);
    }

    /** A gap that no policy is to blame for. */
    public Gap(Cause cause, String operation, Optional<String> action, String detail) {
        this(cause, operation, action, Optional.empty(), detail);
    }

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
        /** The scan was stopped before it came to it; {@code --resume} goes on there. */
        INTERRUPTED,
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

    /**
     * Which kind of policy refused, as far as AWS's message says it.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access
     *     denied error messages</a>
     */
    public enum Blame {
        /** No identity-based policy of the caller allows it: a permission is missing. */
        MISSING_ALLOW("no policy of the caller allows it"),
        /** An identity-based policy of the caller denies it. */
        IDENTITY_POLICY("a policy of the caller denies it"),
        /** A service control policy of the organization denies it, or none allows it. */
        SERVICE_CONTROL_POLICY("a service control policy of the organization stands against it"),
        /** A resource control policy of the organization denies it. */
        RESOURCE_CONTROL_POLICY("a resource control policy of the organization stands against it"),
        /** The caller's permissions boundary denies it, or does not allow it. */
        PERMISSIONS_BOUNDARY("the caller's permissions boundary stands against it"),
        /** The policy of the caller's session denies it, or does not allow it. */
        SESSION_POLICY("the caller's session policy stands against it"),
        /** The resource's own policy denies it, or does not allow it. */
        RESOURCE_POLICY("the resource's own policy stands against it"),
        /** The policy of a VPC endpoint on the way denies it, or does not allow it. */
        VPC_ENDPOINT_POLICY("the policy of a VPC endpoint stands against it");

        private final String sentence;

        Blame(String sentence) {
            this.sentence = sentence;
        }

        /** {@return the kind of policy as files name it, such as {@code service control policy}} */
        public String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }

        /** {@return a clause for people} */
        public String sentence() {
            return sentence;
        }
    }

    /** {@return one line that says what was not seen, and why} */
    public String sentence() {
        StringBuilder line = new StringBuilder(operation).append(": ").append(cause.words());
        action.ifPresent(name -> line.append(", needs ").append(name));
        blame.ifPresent(policy -> line.append(", ").append(policy.sentence()));
        if (!detail.isBlank()) {
            line.append(" (").append(detail).append(')');
        }
        return line.toString();
    }
}
