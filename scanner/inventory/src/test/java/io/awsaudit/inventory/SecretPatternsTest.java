package io.awsaudit.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretPatternsTest {
    /** Joined here, so that no tool that looks for credentials takes these for some. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sendgrid-api-token | SG | .ngeVfQFYQlKU0ufo8x5d1A.TwL2iGABf9DHoTf-09kqeF8tAmbihYzrnopKc-1s5cr
            slack-bot-token | xoxb | -781236542736-2364535789652-GkwFDQoHqzXDVsC6GzqYUypD
            npm-access-token | npm | _bLVXd8zjp4qFpWn5yKTMLqZs2aRe7H0uJ1Gc
            openai-api-key | sk | -proj-SevzWEV_NmNnMndQ5gn6PjFcX_9ay5SEKse8AL0EuYAB0cIgFW7Equ3vCbUbYShvii6L3rBw3WT3BlbkFJdD9FqO9Z3BoBu9F-KFR6YJtvW6fUfqg2o2Lfel3diT3OCRmBB24hjcd_uLEjgr9tCqnnerVw8A
            hashicorp-tf-api-token | hE1hlYILrSqpqh | .atlasv1.ARjZuyzl33F71WR55s6ln5GQ1HWIwTDDH3MiRjz7OnpCfaCb1RCF5zGaSncCWmJdcYA
            datadog-access-token | DATADOG_API_KEY=8tz5xrdvh9bkw42lwpjcobrs | f6uq0y07lqn7znhe
            twilio-api-key | SK | 9f86d081884c7d659a2feaa0c55ad015
            vault-service-token | hvs | .CAESIP2jTxc9S2K7Z6CtcFWQv7-044m_oSsxnPE1H3nF89l3GiYKHGh2cy5sQmlIZVNyTWJNcDRsYWJpQjlhYjVlb1cQh6PL8wEYAg
            """)
    void credentialsAreKnownByFormsThatAreKeptUp(String rule, String start, String end) {
        assertThat(SecretPatterns.all().first(start + end, found -> true).map(SecretPatterns.Found::rule))
                .hasValue(rule);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            of too little variety | ghp_ | aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
            letters in order      | ghp_ | 0123456789abcdefghijklmnopqrstuvwxyz
            a known example       | AKIA | IOSFODNN7EXAMPLE
            a word alone          | datadog | = on
            """)
    void whatTheSetAllowsIsNone(String why, String start, String end) {
        assertThat(SecretPatterns.all().first(start + end, found -> true))
                .as(why)
                .isEqualTo(Optional.empty());
    }

    @Test
    void everyFormCompiles() {
        assertThat(SecretPatterns.all().compileAll()).isGreaterThan(200);
        assertThat(SecretPatterns.all().source()).startsWith("gitleaks 8.");
    }

    @Test
    void aTextThatIsMadeToTakeLongIsRefusedOrLookedAtInLittleTime() {
        String all = "adafruit=adobe:algolia=beamer,asana=key=token=curl -H 'etsy=jira:okta=snyk=sumo=xray=";
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(60), () -> SecretPatterns.all().find(all.repeat(150), found -> true, 10));
        assertThatThrownBy(() -> SecretPatterns.all().find(all.repeat(10_000), found -> true, 10))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void entropyIsBitsForEachCharacter() {
        assertThat(SecretPatterns.entropy("aaaa")).isZero();
        assertThat(SecretPatterns.entropy("abcd")).isEqualTo(2);
    }
}
