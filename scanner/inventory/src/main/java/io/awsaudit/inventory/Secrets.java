package io.awsaudit.inventory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds credentials in text that people write where credentials do not belong, such as tags, environments and scripts. What
 * looks like one is neither kept nor shown.
 *
 * <p>Three things tell: forms that are documented and need no more (below), the forms that gitleaks keeps up
 * ({@link SecretPatterns}), and the names of settings. What only stands for a credential, such as the name of a secret in
 * Secrets Manager or {@code ${PASSWORD}}, is none.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html#identifiers-unique-ids">Prefixes
 *     of AWS's access keys</a>
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetAccessKeyInfo.html">The form of both parts of
 *     an access key</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7468">Headers of private keys: RFC 7468</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519">JSON Web Tokens: RFC 7519</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-3.2.1">Passwords in URLs: RFC 3986, 3.2.1</a>
 * @see <a href="https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats">GitHub's
 *     token formats</a>
 * @see <a href="https://docs.gitlab.com/security/tokens/#token-prefixes">GitLab's token prefixes</a>
 * @see <a href="https://docs.slack.dev/authentication/tokens/">Slack's token types</a>
 * @see <a href="https://docs.stripe.com/keys">Stripe's keys</a>
 */
public final class Secrets {
    /** Longer text is looked at in parts of this length, which bounds the time that each pattern takes. */
    private static final int LOOKED_AT = 4_096;

    /** By how much parts overlap; longer than what the patterns need to match. */
    private static final int OVERLAP = 512;

    /** Hardly a setting that AWS keeps is longer. */
    private static final int LONGEST = 16_384;

    /** No form that gitleaks knows is shorter. */
    private static final int SHORTEST = 10;

    /** How long the secret half of an access key is. */
    private static final int SECRET_ACCESS_KEY = 40;

    /** Of names, which are no secrets, whether they are those of credentials. */
    private static final Memo<Boolean> NAMES = new Memo<>(1 << 10);

    /** What a name says of its value. */
    private static final String NAMED = "its name says that it is secret";

    private static final Map<Pattern, String> FORMATS = formats();

    /** How the names of settings end that hold a credential; squeezed forms such as {@code dbpassword} included. */
    private static final List<String> SECRET_WORDS = List.of(
            "password",
            "passwords",
            "passwd",
            "passphrase",
            "pwd",
            "secret",
            "secrets",
            "token",
            "tokens",
            "credential",
            "credentials",
            "apikey",
            "apikeys",
            "accesskey",
            "secretkey",
            "privatekey",
            "signingkey");

    /** With "key" after them they name a credential, too. */
    private static final Set<String> SECRET_KEYS = Set.of("api", "access", "secret", "private", "signing");

    /** Half of a credential, which never stands alone; without the other half's form, it is known by its name. */
    private static final List<String> ACCESS_KEY_ID = List.of("aws", "access", "key", "id");

    /** What a name that ends so is about is a credential, and its value is none. */
    private static final Set<String> ABOUT = Set.of(
            "age",
            "arn",
            "arns",
            "algorithm",
            "audience",
            "backend",
            "bucket",
            "cache",
            "class",
            "count",
            "date",
            "days",
            "domain",
            "enabled",
            "endpoint",
            "expires",
            "expiration",
            "expiry",
            "file",
            "format",
            "function",
            "header",
            "host",
            "hours",
            "id",
            "ids",
            "interval",
            "issuer",
            "last",
            "length",
            "lifetime",
            "limit",
            "location",
            "manager",
            "managed",
            "max",
            "min",
            "minutes",
            "mode",
            "name",
            "names",
            "owner",
            "owners",
            "param",
            "parameter",
            "path",
            "policy",
            "prefix",
            "provider",
            "ref",
            "region",
            "required",
            "rotated",
            "rotation",
            "scope",
            "seconds",
            "service",
            "size",
            "source",
            "status",
            "stdin",
            "store",
            "suffix",
            "table",
            "team",
            "timeout",
            "topic",
            "ttl",
            "type",
            "updated",
            "uri",
            "url",
            "used",
            "user",
            "vault",
            "version");

    /** Values that keep no secret. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?i)|true|false|yes|no|none|null|nil|undefined|unset|n/?a|on|off|enabled|disabled|required|optional|rotated"
                    + "|managed|\\d{4}-\\d{2}-\\d{2}|arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\\d*:.*");

    /** What somebody, or some program, is to put a credential in the place of. */
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "(?is)<.*>|\\$\\w+|%\\w+%|@\\w+@|!Ref .*|(\\$\\{|\\$\\(|\\{\\{|\\[\\[|#\\{|\\$\\[).*[})\\]]|[*x.#-]{3,}"
                    + "|(change|replace|update)([-_ ]?(me|it|this)([-_ !].*)?)?"
                    + "|(insert|enter|put|set|add|fill|your?)[-_ ].*(pass|pwd|secret|token|key|credential|here|value).*"
                    + "|placeholder|example|sample|dummy|todo|tbd|fixme|redacted|masked|hidden|\\(redacted.*");

    /**
     * Names of where a credential is kept, and credentials that are encrypted: URIs of stores, ciphertext of KMS, and paths as
     * Systems Manager and Secrets Manager have them.
     */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?:(?i:ssm|ssm-secure|secretsmanager|aws-ssm|awssm|sm|vault|op|file|s3|https?|kms|awskms):/?/?[^\\s@]*)"
                    + "|ENC\\[.*\\]|AQ[A-Z]CAH[A-Za-z0-9+/=]{40,}"
                    + "|/?[A-Za-z][a-z0-9_.-]*(/[A-Za-z0-9][a-z0-9_.-]*)+|/[\\w.-]+(/[\\w.-]+)+|/[A-Za-z][A-Za-z_.-]*");

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** A run of letters and digits that no words of a language make. */
    private static final Pattern OPAQUE =
            Pattern.compile("(?:^|[^A-Za-z0-9])(?=[A-Za-z0-9]*[0-9])(?=[A-Za-z0-9]*[A-Za-z])[A-Za-z0-9]{16,}");

    private static final Pattern WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^\\p{L}\\p{N}]+");

    /** What the CDK puts behind the names that it makes, which end in what a thing is. */
    private static final Pattern HASH = Pattern.compile("(?<=[a-z])(?=[A-F]*[0-9])[0-9A-F]{8}$");

    private Secrets() {}

    private static Map<Pattern, String> formats() {
        Map<Pattern, String> formats = new LinkedHashMap<>();
        formats.put(Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY( BLOCK)?-----"), "a private key");
        formats.put(
                Pattern.compile("(?<![A-Za-z0-9])(AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])"),
                "an AWS access key");
        // Upper and lower case and a digit: a commit's hash, a common tag, is of that length as well.
        formats.put(
                Pattern.compile("^(?=.*[A-Z])(?=.*[a-z])(?=.*[0-9])[A-Za-z0-9/+]{40}$"), "an AWS secret access key");
        formats.put(
                Pattern.compile("eyJ[A-Za-z0-9_-]{5,}\\.eyJ[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*"), "a JSON Web Token");
        formats.put(Pattern.compile("gh[pousr]_[A-Za-z0-9_]{30,}|github_pat_[A-Za-z0-9_]{22,}"), "a GitHub token");
        formats.put(Pattern.compile("(?<![A-Za-z0-9])gl[a-z]{2,6}-[A-Za-z0-9_=.-]{20,}"), "a GitLab token");
        formats.put(
                Pattern.compile(
                        "(?<![A-Za-z0-9])(xox[a-z]|xapp|xwfp)-[A-Za-z0-9-]{10,}|hooks\\.slack\\.com/(services|workflows)/"),
                "a Slack token");
        formats.put(Pattern.compile("(?<![A-Za-z0-9])([rs]k_(live|test)|whsec)_[A-Za-z0-9]{10,}"), "a Stripe key");
        formats.put(
                Pattern.compile(
                        "[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s/?#:@]{0,200}:(?![$<{%*(\\[]|x{3,}@|\\.{3,}@)[^\\s/?#@]+@"),
                "a URL with a password");
        return formats;
    }

    /** {@return what sort of credential a text looks like or holds, empty where it looks like none} */
    public static Optional<String> kindOf(String text) {
        String start = start(text, LONGEST);
        return documentedForm(start).or(() -> knownForm("", start));
    }

    /**
     * {@return why the value of a setting is taken for a credential, empty where it is not}
     *
     * <p>A value that holds settings itself, as a connection string or JSON does, is one if one of them is. One that is wholly
     * in Base64 is looked at in both forms.
     */
    public static Optional<String> inSetting(String name, String value) {
        String text = start(value, LONGEST);
        if (NAMES.get(name, Secrets::namesSecret) && isSecret(name, text.strip())) {
            return Optional.of(NAMED);
        }
        return documentedForm(text)
                .or(() -> knownForm(name, text))
                .or(() -> SecretText.assigns(text) ? Optional.of(SecretText.ASSIGNED) : Optional.empty())
                .or(() -> kindOfDecoded(text.strip()))
                .map(kind -> "looks like " + kind);
    }

    /** {@return those of some settings, such as environment variables, whose values are taken for credentials, in order of name} */
    public static List<Secret> inSettings(Map<String, String> settings) {
        return new TreeMap<>(settings)
                .entrySet().stream()
                        .flatMap(setting -> inSetting(setting.getKey(), setting.getValue()).stream()
                                .map(reason -> new Secret(setting.getKey(), reason)))
                        .toList();
    }

    /**
     * {@return the lines of a script or document that hold what looks like a credential, in order}
     *
     * <p>What the text has in Base64, or compressed, counts with the line where it begins.
     *
     * @throws IllegalArgumentException when the text is larger than any that AWS takes, or made so that it would take long
     */
    public static List<Secret> inText(String text) {
        return SecretText.secrets(text);
    }

    /** Does the same for user data as EC2 sends it: in Base64, and maybe compressed or of several parts. */
    public static List<Secret> inUserData(String base64) {
        return SecretText.secretsOfUserData(base64);
    }

    /**
     * Returns the value of a setting, or a word in its place where it looks like a credential, or where its name says that
     * it is one. The word is not empty, so that a value is still seen to be there; and what is redacted stays as it is.
     */
    public static String redacted(String name, String value) {
        return inSetting(name, start(value, LOOKED_AT))
                .map(reason -> "(redacted: " + reason + ")")
                .orElse(value);
    }

    private static Optional<String> kindOfDecoded(String base64) {
        try {
            return SecretText.decoded(base64).flatMap(Secrets::kindOf);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a megabyte that is compressed is no credential
        }
    }

    private static String start(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    /** Returns a text, or a word in its place where it looks like a credential. */
    static String withoutCredential(String text) {
        return kindOf(text).map(kind -> "(redacted: looks like " + kind + ")").orElse(text);
    }

    static Optional<String> documentedForm(String text) {
        if (text.length() < SHORTEST) {
            return Optional.empty();
        }
        if (text.length() <= LOOKED_AT && !mayHaveForm(text)) {
            return Optional.empty();
        }
        for (int start = 0; start == 0 || start + OVERLAP < text.length(); start += LOOKED_AT - OVERLAP) {
            String part = text.substring(start, Math.min(text.length(), start + LOOKED_AT));
            for (Map.Entry<Pattern, String> format : FORMATS.entrySet()) {
                if (format.getKey().matcher(part).find()) {
                    return Optional.of(format.getValue());
                }
            }
        }
        return Optional.empty();
    }

    /** Whether a text holds what one of the documented forms cannot do without, which most texts do not. */
    private static boolean mayHaveForm(String text) {
        boolean underscored = text.indexOf('_') >= 0;
        return SECRET_ACCESS_KEY - 1 < text.length() && text.length() <= SECRET_ACCESS_KEY + 2 // with an end of line
                || text.contains("://")
                || text.contains("PRIVATE KEY")
                || text.contains("AKIA")
                || text.contains("ASIA")
                || text.contains("ABIA")
                || text.contains("ACCA")
                || text.contains("eyJ")
                || text.indexOf('-') >= 0
                        && (text.contains("gl")
                                || text.contains("xox")
                                || text.contains("xapp")
                                || text.contains("xwfp"))
                || text.contains("hooks.slack")
                || underscored && (text.contains("gh") || text.contains("k_") || text.contains("whsec"));
    }

    /** Many forms are of a value together with its name, such as {@code DATADOG_API_KEY}. */
    private static Optional<String> knownForm(String name, String value) {
        if (value.length() < SHORTEST) {
            return Optional.empty();
        }
        String text = name.isEmpty() ? value : start(name, OVERLAP) + "=" + value;
        return SecretPatterns.all()
                .first(
                        text,
                        found -> !isReference(found.secret())
                                && (!found.rule().equals(SecretPatterns.GENERIC)
                                        || !isAbout(words(name)) && isOpaque(found.secret())))
                .map(found -> nameOf(found.rule()));
    }

    /** {@return a kind of credential for people, by the id that gitleaks gives it} */
    static String nameOf(String rule) {
        return rule.equals(SecretPatterns.GENERIC) ? "a key" : "a credential (" + rule + ")";
    }

    /** {@return whether what stands beside a word such as "key" is no identifier that people made up, nor one of AWS's} */
    static boolean isOpaque(String value) {
        return OPAQUE.matcher(value).find() && !UUID.matcher(value).matches() && !isReference(value);
    }

    private static boolean isReference(String value) {
        return REFERENCE.matcher(value).matches() || PLACEHOLDER.matcher(value).matches();
    }

    /** Whether the value of a setting is a credential, given that its name says so. */
    static boolean isSecret(String name, String value) {
        boolean counted = NUMBER.matcher(value).matches()
                && words(name).stream().anyMatch(word -> word.equals("tokens") || word.equals("secrets"));
        return !counted && !PLAIN.matcher(value).matches() && !isReference(value);
    }

    /** Whether a name such as {@code dbPassword} or {@code API_KEY_2} is that of a credential; {@code TokenRotation} is not. */
    private static boolean namesSecret(String name) {
        List<String> words = words(name);
        return words.equals(ACCESS_KEY_ID)
                || !isAbout(words) && IntStream.range(0, words.size()).anyMatch(index -> isSecretWord(words, index));
    }

    /** Whether a name ends in the word for a credential, as those do that something is assigned to. */
    static boolean endsAsSecret(String name) {
        List<String> words = words(name);
        return !words.isEmpty() && isSecretWord(words, words.size() - 1);
    }

    private static boolean isAbout(List<String> words) {
        return words.isEmpty() || ABOUT.contains(words.get(words.size() - 1));
    }

    private static boolean isSecretWord(List<String> words, int index) {
        String word = words.get(index);
        return SECRET_WORDS.stream().anyMatch(word::endsWith)
                || index > 0
                        && (word.equals("key") || word.equals("keys"))
                        && SECRET_KEYS.contains(words.get(index - 1));
    }

    private static List<String> words(String name) {
        return Arrays.stream(WORDS.split(HASH.matcher(start(name, LOOKED_AT)).replaceFirst("")))
                .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("\\d+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
