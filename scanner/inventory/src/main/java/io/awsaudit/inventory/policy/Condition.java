package io.awsaudit.inventory.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * One condition of a statement; all of a statement's conditions must hold, one of a condition's values suffices.
 *
 * @param operator as written, such as {@code StringEquals} or {@code ForAnyValue:StringLikeIfExists}
 * @param key as written, such as {@code aws:SourceVpc}; IAM ignores its letter case
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Operators</a>
 */
public record Condition(String operator, String key, List<String> values) {
    /** Keys whose value says who calls, or from where, and which a fixed value therefore narrows. */
    private static final Set<String> CALLER_KEYS = Set.of(
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:userid",
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "aws:sourceowner",
            "aws:sourcevpc",
            "aws:sourcevpce",
            "aws:sourcevpcarn",
            "aws:vpceaccount",
            "aws:vpceorgid",
            "aws:vpceorgpaths",
            "s3:dataaccesspointaccount",
            "s3:dataaccesspointarn",
            "kms:calleraccount",
            "sns:endpoint",
            "lambda:eventsourcetoken",
            "elasticfilesystem:accesspointarn");

    private static final Set<String> ACCOUNT_IN_ARN_KEYS = Set.of(
            "aws:sourcearn",
            "aws:principalarn",
            "aws:sourcevpcarn",
            "s3:dataaccesspointarn",
            "elasticfilesystem:accesspointarn");

    public Condition {
        values = List.copyOf(values);
    }

    /**
     * {@return whether the condition confines a star principal to callers that the policy's author named}
     *
     * <p>A negated operator, {@code IfExists} and {@code ForAllValues} admit a caller without the key, and a value that
     * is all wildcard or a policy variable admits anyone: none of them narrows.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
     *     meaning of "public"</a>
     */
    public boolean narrowsCallers() {
        String test = operator.toLowerCase(Locale.ROOT);
        String name = key.toLowerCase(Locale.ROOT);
        if (test.startsWith("forallvalues:") || test.endsWith("ifexists") || test.contains("not") || values.isEmpty()) {
            return false;
        }
        test = test.startsWith("foranyvalue:") ? test.substring("foranyvalue:".length()) : test;
        if (name.equals("aws:sourceip") || name.equals("aws:vpcsourceip")) {
            return test.equals("ipaddress") && values.stream().noneMatch(Condition::isBroadRange);
        }
        if (name.equals("elasticfilesystem:accessedviamounttarget")) {
            // A mount target is in a VPC of the account's choice; EFS does not call that public either.
            return test.equals("bool") && values.stream().allMatch(value -> value.equalsIgnoreCase("true"));
        }
        if (!CALLER_KEYS.contains(name)) {
            return false;
        }
        return switch (test) {
            case "stringequals", "stringequalsignorecase" -> values.stream().noneMatch(Condition::isVariable);
            case "stringlike", "arnlike", "arnequals" -> values.stream().allMatch(value -> isConfined(name, value));
            default -> false;
        };
    }

    /** {@return whether the condition holds only for calls without TLS, for use in a Deny} */
    public boolean holdsWithoutTls() {
        return operator.toLowerCase(Locale.ROOT).matches("bool(ifexists)?")
                && key.equalsIgnoreCase("aws:SecureTransport")
                && values.stream().anyMatch(value -> value.equalsIgnoreCase("false"));
    }

    private static boolean isVariable(String value) {
        return value.contains("${") || value.isBlank();
    }

    private static boolean isConfined(String name, String value) {
        if (isVariable(value)) {
            return false;
        }
        if (!ACCOUNT_IN_ARN_KEYS.contains(name)) {
            // A wildcard within an id still leaves a fixed beginning, which is what confines it: "o-abc*" but not
            // "o-*".
            int star = wildcard(value);
            return star < 0 || !name.startsWith("aws:source") && star > 4;
        }
        String[] parts = value.split(":", 6);
        if (wildcard(value) < 0) {
            return true;
        }
        boolean accountFixed = parts.length == 6 && parts[4].matches("\\d{12}");
        boolean bucketFixed =
                parts.length == 6 && parts[2].equals("s3") && !parts[5].isEmpty() && wildcard(parts[5]) != 0;
        return accountFixed || bucketFixed;
    }

    private static int wildcard(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) == '*' || value.charAt(i) == '?') {
                return i;
            }
        }
        return -1;
    }

    /** Ranges wider than these hold addresses of strangers whoever owns them; S3 draws its line in the same place. */
    private static boolean isBroadRange(String range) {
        int slash = range.indexOf('/');
        if (slash < 0) {
            return isVariable(range) || range.contains("*");
        }
        try {
            int bits = Integer.parseInt(range.substring(slash + 1).trim());
            return range.contains(":") ? bits < 32 : bits < 8;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
