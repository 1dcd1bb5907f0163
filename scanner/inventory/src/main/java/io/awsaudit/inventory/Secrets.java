package io.awsaudit.inventory;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds credentials in text that people write where credentials do not belong, such as tags. What looks like one is
 * neither kept nor shown; what is taken for one by mistake costs a word in a report.
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
    /** Longer text is looked at only so far, which bounds the time that each pattern takes. */
    private static final int LOOKED_AT = 4_096;

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

    /** What a name that ends so is about is a credential, and its value is none. */
    private static final Set<String> ABOUT = Set.of(
            "age",
            "arn",
            "arns",
            "backend",
            "class",
            "count",
            "date",
            "days",
            "enabled",
            "expires",
            "expiration",
            "expiry",
            "id",
            "ids",
            "last",
            "length",
            "location",
            "manager",
            "managed",
            "max",
            "min",
            "mode",
            "name",
            "names",
            "owner",
            "owners",
            "path",
            "policy",
            "provider",
            "region",
            "required",
            "rotated",
            "rotation",
            "scope",
            "service",
            "source",
            "status",
            "store",
            "team",
            "ttl",
            "type",
            "updated",
            "url",
            "used",
            "user",
            "vault",
            "version");

    /** Values that keep no secret. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?i)|true|false|yes|no|none|n/a|on|off|enabled|disabled|required|optional|rotated|managed|\\d{4}-\\d{2}-\\d{2}"
                    + "|arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:\\d*:.*");

    private static final Pattern WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^\\p{L}\\p{N}]+");

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
                Pattern.compile("[A-Za-z][A-Za-z0-9+.-]{1,20}://[^\\s/?#:@]{0,200}:[^\\s/?#@]+@"),
                "a URL with a password");
        return formats;
    }

    /** {@return what sort of credential a text looks like or holds, empty where it looks like none} */
    public static Optional<String> kindOf(String text) {
        String start = text.substring(0, Math.min(text.length(), LOOKED_AT));
        return FORMATS.entrySet().stream()
                .filter(format -> format.getKey().matcher(start).find())
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Returns the value of a setting, or a word in its place where it looks like a credential, or where its name says that
     * it is one. The word is not empty, so that a value is still seen to be there; and what is redacted stays as it is.
     */
    public static String redacted(String name, String value) {
        return namesSecret(name) && !PLAIN.matcher(value.strip()).matches()
                ? "(redacted: its name says that it is secret)"
                : kindOf(value)
                        .map(kind -> "(redacted: looks like " + kind + ")")
                        .orElse(value);
    }

    /** Whether a name such as {@code dbPassword} or {@code API_KEY_2} is that of a credential; {@code TokenRotation} is not. */
    private static boolean namesSecret(String name) {
        List<String> words = Arrays.stream(WORDS.split(name.substring(0, Math.min(name.length(), LOOKED_AT))))
                .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("\\d+$", ""))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toList());
        if (words.isEmpty() || ABOUT.contains(words.get(words.size() - 1))) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (SECRET_WORDS.stream().anyMatch(word::endsWith)
                    || i > 0 && (word.equals("key") || word.equals("keys")) && SECRET_KEYS.contains(words.get(i - 1))) {
                return true;
            }
        }
        return false;
    }
}
