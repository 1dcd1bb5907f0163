package io.awsaudit.inventory.policy;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One condition of a statement; all of a statement's conditions must hold, one of a condition's values suffices.
 *
 * @param operator as written, such as {@code StringEquals} or {@code ForAnyValue:StringLikeIfExists}
 * @param key as written, such as {@code aws:SourceVpc}; IAM ignores its letter case
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Operators</a>
 */
public record Condition(String operator, String key, List<String> values) {
    /**
     * Keys whose value says who calls, or from where, and which a fixed value therefore narrows. What a caller can choose
     * himself is not among them: his tags, a referrer, the private address that a VPC endpoint reports.
     */
    private static final Set<String> CALLER_KEYS = Set.of(
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalaccount",
            "aws:principalarn",
            "aws:principalservicename",
            "aws:principalservicenameslist",
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

    /** Keys that say for whom a service acts; what follows the last of them names one resource, or one account's. */
    private static final Set<String> SOURCE_KEYS = Set.of(
            "aws:sourceaccount",
            "aws:sourcearn",
            "aws:sourceorgid",
            "aws:sourceorgpaths",
            "aws:sourceowner",
            "aws:principalorgid",
            "aws:principalorgpaths",
            "aws:principalaccount",
            "aws:principalarn",
            "kms:calleraccount",
            "sns:endpoint",
            "lambda:eventsourcetoken");

    /** Services state in it what they encrypt: their resource, as a rule by its ARN. */
    private static final String ENCRYPTION_CONTEXT = "kms:encryptioncontext:";

    private static final Set<String> ARN_KEYS = Set.of(
            "aws:sourcearn",
            "aws:principalarn",
            "aws:sourcevpcarn",
            "s3:dataaccesspointarn",
            "elasticfilesystem:accesspointarn");
    private static final Set<String> ORGANIZATION_PATH_KEYS =
            Set.of("aws:principalorgpaths", "aws:sourceorgpaths", "aws:vpceorgpaths");
    /** Variables that stand for the resource's own account or organisation, whoever calls. */
    private static final Set<String> OWN =
            Set.of("${aws:resourceaccount}", "${aws:resourceorgid}", "${aws:resourceorgpaths}");

    /** An account's number, as it stands in ARNs. */
    private static final Pattern ACCOUNT = Pattern.compile("(?<!\\d)\\d{12}(?!\\d)");

    private static final String ANY_VALUE = "foranyvalue:";
    private static final String ALL_VALUES = "forallvalues:";
    private static final String IF_EXISTS = "ifexists";

    public Condition {
        values = List.copyOf(values);
    }

    /**
     * {@return whether the condition confines a star principal to callers that the policy's author named}
     *
     * <p>A negated operator, {@code IfExists} and {@code ForAllValues} admit a caller without the key, and a value that
     * is a wildcard or a policy variable admits anyone: none of them narrows.
     *
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html#access-control-block-public-access-policy-status">The
     *     meaning of "public"</a>
     */
    public boolean narrowsCallers() {
        return !admitsWithoutKey() && narrowsCallersWithKey();
    }

    /** {@return whether the condition confines the callers whose requests have the key} */
    boolean narrowsCallersWithKey() {
        return confines(test());
    }

    /**
     * {@return whether the condition confines a service to callers that the policy's author named}
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The confused deputy problem</a>
     */
    public boolean narrowsSources() {
        String name = key.toLowerCase(Locale.ROOT);
        return SOURCE_KEYS.contains(name) && narrowsCallers()
                || name.startsWith(ENCRYPTION_CONTEXT)
                        && !admitsWithoutKey()
                        && Set.of("stringequals", "stringlike", "arnequals", "arnlike")
                                .contains(test())
                        && !values.isEmpty()
                        && values.stream()
                                .allMatch(value -> ACCOUNT.matcher(value).find());
    }

    /** {@return whether the condition holds for all but principals that it names} */
    boolean exceptsPrincipals() {
        return key.equalsIgnoreCase("aws:PrincipalArn")
                && Set.of("arnnotequals", "arnnotlike", "stringnotequals", "stringnotlike")
                        .contains(test())
                && values.stream().noneMatch("*"::equals);
    }

    /** {@return whether the condition holds only for requests that have a key} */
    boolean demands(String wanted) {
        return operator.equalsIgnoreCase("Null")
                && key.equalsIgnoreCase(wanted)
                && !values.isEmpty()
                && values.stream().allMatch("false"::equalsIgnoreCase);
    }

    /**
     * {@return whether the condition holds for all callers but ones that the policy's author named, for use in a Deny}
     *
     * <p>A negated comparison holds where the key is missing, except for {@code ForAnyValue}.
     */
    boolean holdsForStrangers() {
        String test = test();
        if (key.equalsIgnoreCase("aws:PrincipalIsAWSService")) {
            // Anonymous requests have no such key, so that only IfExists reaches them.
            return test.equals("bool")
                    && operator.toLowerCase(Locale.ROOT).endsWith(IF_EXISTS)
                    && values.stream().anyMatch("false"::equalsIgnoreCase);
        }
        return test.contains("not")
                && !operator.toLowerCase(Locale.ROOT).startsWith(ANY_VALUE)
                && confines(test.replace("not", ""));
    }

    /** {@return whether the condition holds only for calls without TLS, for use in a Deny} */
    public boolean holdsWithoutTls() {
        return operator.toLowerCase(Locale.ROOT).matches("bool(ifexists)?")
                && key.equalsIgnoreCase("aws:SecureTransport")
                && values.stream().anyMatch(value -> value.equalsIgnoreCase("false"));
    }

    /** The operator without what says how it treats missing keys and several values, in lower case. */
    private String test() {
        String test = operator.toLowerCase(Locale.ROOT);
        for (String prefix : List.of(ANY_VALUE, ALL_VALUES)) {
            test = test.startsWith(prefix) ? test.substring(prefix.length()) : test;
        }
        return test.endsWith(IF_EXISTS) ? test.substring(0, test.length() - IF_EXISTS.length()) : test;
    }

    private boolean admitsWithoutKey() {
        String written = operator.toLowerCase(Locale.ROOT);
        return written.startsWith(ALL_VALUES) || written.endsWith(IF_EXISTS);
    }

    private boolean confines(String test) {
        String name = key.toLowerCase(Locale.ROOT);
        if (values.isEmpty()) {
            return false;
        }
        if (name.equals("aws:sourceip")) {
            return test.equals("ipaddress") && values.stream().noneMatch(Condition::isBroadRange);
        }
        if (name.equals("elasticfilesystem:accessedviamounttarget")) {
            // Who reaches a mount target is in its network: EFS calls such a policy non-public.
            return test.equals("bool") && values.stream().allMatch("true"::equalsIgnoreCase);
        }
        if (!CALLER_KEYS.contains(name)) {
            return false;
        }
        return switch (test) {
            case "stringequals", "stringequalsignorecase" -> values.stream().allMatch(Condition::isFixed);
            case "stringlike", "arnlike", "arnequals" -> values.stream().allMatch(value -> isConfined(name, value));
            default -> false;
        };
    }

    private static boolean isFixed(String value) {
        return OWN.contains(value.toLowerCase(Locale.ROOT)) || !value.contains("${") && !value.isBlank();
    }

    private static boolean isConfined(String name, String value) {
        if (!isFixed(value)) {
            return false;
        }
        if (!hasWildcard(value)) {
            return true;
        }
        if (ORGANIZATION_PATH_KEYS.contains(name)) {
            return value.matches("o-[a-z0-9]{10,32}/.*"); // any unit of one organisation
        }
        if (name.equals("aws:userid")) {
            return value.matches("A[A-Z0-9]{15,}:.*"); // any session of one role, by its unique id
        }
        if (!ARN_KEYS.contains(name)) {
            return false;
        }
        String[] parts = value.split(":", 6);
        if (parts.length < 6) {
            return false;
        }
        // A bucket's name is nobody else's, and its ARN has no account.
        String bucket = parts[5].split("/", 2)[0];
        return parts[4].matches("\\d{12}") || parts[2].equals("s3") && !bucket.isEmpty() && !hasWildcard(bucket);
    }

    private static boolean hasWildcard(String value) {
        return value.indexOf('*') >= 0 || value.indexOf('?') >= 0;
    }

    /** Ranges wider than these hold addresses of strangers whoever owns them; S3 draws its line in the same place. */
    private static boolean isBroadRange(String range) {
        int slash = range.indexOf('/');
        if (slash < 0) {
            return !range.matches("[0-9a-fA-F.:]+");
        }
        try {
            int bits = Integer.parseInt(range.substring(slash + 1).trim());
            return range.contains(":") ? bits < 32 : bits < 8;
        } catch (NumberFormatException e) {
            return true;
        }
    }
}
