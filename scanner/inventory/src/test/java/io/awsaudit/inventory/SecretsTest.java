package io.awsaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
    /** Joined here, so that no tool that looks for credentials takes these for some. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            an AWS access key        | AKIA  | IOSFODNN7EXAMPLE
            an AWS access key        | ASIA  | IOSFODNN7EXAMPLE
            an AWS access key        | key=AKIA | IOSFODNN7EXAMPLE, rotate me
            an AWS secret access key | wJalrXUtnFEMI/K7MDENG  | /bPxRfiCYEXAMPLEKEY
            a private key            | -----BEGIN RSA PRIV    | ATE KEY-----
            a private key            | -----BEGIN PRIV        | ATE KEY-----
            a private key            | -----BEGIN PGP PRIV    | ATE KEY BLOCK-----
            a JSON Web Token         | eyJhbGciOiJIUzI1NiJ9.  | eyJzdWIiOiIxMjM0NSJ9.c2lnbmF0dXJl
            a GitHub token           | ghp_  | 0123456789abcdefghijklmnopqrstuvwxyz
            a GitHub token           | github_pat_ | 11ABCDEFG0abcdefghijkl_mnopqrstuvwxyz
            a GitLab token           | glpat- | 0123456789abcdefghij
            a Slack token            | xoxb- | 123456789012-abcdefghijkl
            a Slack token            | https://hooks.slack.com/ | services/T0/B0/abc
            a Stripe key             | sk_live_ | 0123456789abcdefghijklmn
            a Stripe key             | rk_test_ | 0123456789abcdefghijklmn
            a URL with a password    | postgres://admin: | hunter2@db.example.com/orders
            """)
    void credentialsAreKnownByTheirForm(String kind, String start, String end) {
        assertThat(Secrets.kindOf(start + end)).hasValue(kind);
        assertThat(Secrets.redacted("Note", start + end)).isEqualTo("(redacted: looks like " + kind + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "prod", "team-a", "4f1a3c5e7b9d2f4a6c8e0b2d4f6a8c0e2b4d6f8a",
                        "https://wiki.example.com/page?a=b:c@d",
                "arn:aws:iam::111122223333:role/deploy", "AKIA", "2026-01-01T00:00:00Z", "me@example.com", "eyJ.a.b",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "gl-team-with-a-long-name-of-its-own", "s3://bucket/key", "sk_live_"
            })
    void otherTextStaysAsItIs(String value) {
        assertThat(Secrets.redacted("Note", value)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "Password",
                "dbPassword",
                "DB_PASSWD",
                "db-password-2",
                "Secret",
                "clientsecret",
                "ClientSecret",
                "token",
                "auth.token",
                "ApiKey",
                "API_KEY",
                "api key",
                "apikey",
                "Credentials",
                "private-key",
                "PrivateKey",
                "aws_secret_access_key",
                "SecretValue",
                "app:token",
                "\u30d1\u30b9 password"
            })
    void aNameCanSayThatItsValueIsSecret(String name) {
        assertThat(Secrets.redacted(name, "hunter2")).isEqualTo("(redacted: its name says that it is secret)");
    }

    @ParameterizedTest
    @CsvSource({
        "TokenRotation, enabled",
        "SecretOwner, team-a",
        "secret-name, orders/db",
        "PasswordPolicy, strict",
        "KeyName, web",
        "tokenizer, bpe",
        "Secretary, Ann",
        "Key, value",
        "PublicKey, web",
        "password, true",
        "Secret, none",
        "Credentials, arn:aws:secretsmanager:eu-west-1:111122223333:secret:db",
        "TokenExpires, 2026-01-01",
        "SecretsManager, x"
    })
    void aNameThatOnlySpeaksOfSecretsHidesNothing(String name, String value) {
        assertThat(Secrets.redacted(name, value)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"password, hunter2", "password, AKIAIOSFODNN7EXAMPLE", "Note, AKIAIOSFODNN7EXAMPLE"})
    void whatIsRedactedStaysAsItIs(String name, String value) {
        String once = Secrets.redacted(name, value);
        assertThat(once).doesNotContain(value);
        assertThat(Secrets.redacted(name, once)).isEqualTo(once);
    }

    @Test
    void textOfAnyLengthIsLookedAtInLittleTime() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (String part :
                    new String[] {"eyJ", "eyJaaaaaa.", "a://", "-----BEGIN ", "AKIA", "xoxb-", "A1b", "token "}) {
                Secrets.redacted(part.repeat(1_000_000), part.repeat(3_000_000));
            }
        });
    }

    @Test
    void noResourceKeepsASecretInATagOrInTheNameThatOneGaveIt() {
        String key = "AKIA" + "IOSFODNN7EXAMPLE";
        Map<String, String> tags = Map.of("Name", key, "dbPassword", "hunter2", "Owner", "team-a");
        Identity identity = Identity.tagged(new Arn("arn:aws:ec2:r:1:instance/i-1"), "1", "r", key, tags);
        assertThat(identity.toString()).doesNotContain(key, "hunter2").contains("team-a");
        assertThat(identity.name()).startsWith("(redacted");
        assertThat(identity.tags().asOptional().orElseThrow())
                .containsOnlyKeys("Name", "Owner", "dbPassword")
                .doesNotContainValue("");
        assertThat(new Identity(identity.arn(), "1", "r", identity.name(), identity.tags()))
                .isEqualTo(identity);
    }
}
