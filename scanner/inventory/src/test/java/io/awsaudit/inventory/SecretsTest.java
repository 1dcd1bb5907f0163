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
    @CsvSource(delimiter = '|', textBlock = """
            DB_PASSWORD         | hunter2                                            | its name says that it is secret
            SecretKey           | a/b+c                                              | its name says that it is secret
            AWS_ACCESS_KEY_ID   | abc                                                | its name says that it is secret
            DB_PASSWORD         | set-fire-to-2024                                   | its name says that it is secret
            DB_PASSWORD         | you-shall-not-go-by                                | its name says that it is secret
            DB_PASSWORD         | update-2024-Winter                                 | its name says that it is secret
            MYSQL_PWD           | 12345678                                           | its name says that it is secret
            API_KEY             | 4f1a3c5e-7b9d-2f4a-6c8e-0b2d4f6a8c0e               | its name says that it is secret
            DATABASE_URL        | mysql://app:hunter2@db/orders                      | looks like a URL with a password
            CONNECTION          | Server=db;User Id=app;Password=hunter22;           | looks like a password or key
            SETTINGS            | {"user": "app", "password": "hunter22"}            | looks like a password or key
            SENTRY_KEY          | 8tz5xrdvh9bkw42lwpjcobrsf6uq0y07                   | looks like a key
            ENCRYPTION_KEY      | wXr4bKzq8LmT0vYsJp3HcN6d                            | looks like a key
            CONFIG              | c2VjcmV0IGlzIHBvc3RncmVzOi8vYXBwOmh1bnRlcjJAZGIvbw== | looks like a URL with a password
            """)
    void aSettingHoldsACredential(String name, String value, String reason) {
        assertThat(Secrets.inSettings(Map.of(name, value))).containsExactly(new Secret(name, reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            DB_PASSWORD         | ``
            DB_PASSWORD         | changeme
            DB_PASSWORD         | CHANGE_ME
            DB_PASSWORD         | <password>
            DB_PASSWORD         | ${DB_PASSWORD}
            DB_PASSWORD         | $DB_PASSWORD
            DB_PASSWORD         | {{resolve:secretsmanager:db:SecretString:password}}
            DB_PASSWORD         | {{resolve:ssm-secure:db:1}}
            DB_PASSWORD         | /prod/db/password
            DB_PASSWORD         | /dbPassword
            DB_PASSWORD         | prod/orders/db-credentials
            DB_PASSWORD         | ********
            DB_PASSWORD         | arn:aws:ssm:eu-west-1:111122223333:parameter/prod/db
            DB_PASSWORD         | AQICAHhAn0Lg4mcnIbOoRn8Yc0mSRVEgE3S2xkVjzDxSvMpPCAF4f0Jp
            DB_PASSWORD_FILE    | /run/secrets/db
            DB_SECRET_NAME      | orders-db
            TOKEN_ENDPOINT      | https://login.example.com/oauth2/token
            TOKEN_TABLE         | tokens
            TOKEN_TTL_SECONDS   | 3600
            MAX_TOKENS          | 4096
            USER_POOL_ID        | us-east-1_AbCdEfGhI
            AUTH_CLIENT_ID      | 1h57kf5cpq17m0eml12abcdefg
            KMS_KEY             | 1234abcd-12ab-34cd-56ef-1234567890ab
            KMS_KEY_ARN         | arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab
            S3_KEY              | builds/20240101/function.zip
            KEY_PAIR            | my-ec2-keypair-2023
            ACCESS_POINT        | arn:aws:s3:eu-west-1:111122223333:accesspoint/data-20240101
            DATABASE_URL        | postgres://db.example.com:5432/orders
            DATABASE_URL        | postgres://app:${DB_PASSWORD}@db.example.com/orders
            GIT_COMMIT          | 4f1a3c5e7b9d2f4a6c8e0b2d4f6a8c0e2b4d6f8a
            API_VERSION         | 2024-01-01-preview
            API_URL             | https://abc123defg.execute-api.eu-west-1.amazonaws.com/prod
            PARTITION_KEY       | customerId
            STRIPE_PUBLISHABLE  | none
            LOG_LEVEL           | debug
            CONNECTION          | Server=db;User Id=app;Authentication=ActiveDirectory
            SETTINGS            | {"user": "app", "passwordSecret": "arn:aws:secretsmanager:eu-west-1:111122223333:secret:db"}
            ExportsOutputRefTokenTable1234ABCD | stack-TokenTable1234ABCD-1XYZ
            JAVA_TOOL_OPTIONS   | -Dhttp.proxyHost=proxy -Djava.security.egd=file:/dev/urandom
            SSM_PASSWORD        | ssm:/prod/db/password
            """)
    void aSettingThatOnlyStandsForACredentialHoldsNone(String name, String value) {
        assertThat(Secrets.inSettings(Map.of(name, value))).isEmpty();
    }

    @Test
    void settingsAreNamedInOrder() {
        assertThat(Secret.words(Secrets.inSettings(Map.of("b_password", "hunter2", "a_token", "hunter2", "c", "x"))))
                .containsExactly(
                        "a_token its name says that it is secret", "b_password its name says that it is secret");
    }

    @Test
    void aNameThatIsACredentialIsNotShown() {
        String key = "AKIA" + "IOSFODNN7EXAMPLE";
        assertThat(Secrets.inSettings(Map.of(key + "_PASSWORD", "hunter2")).toString())
                .doesNotContain(key);
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
