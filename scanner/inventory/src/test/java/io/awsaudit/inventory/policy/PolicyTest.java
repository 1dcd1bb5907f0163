package io.awsaudit.inventory.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What IAM's and S3's documentation says of principals, conditions and patterns. */
class PolicyTest {
    private static final Principal STAR = new Principal("*", "*");
    private static final Principal AWS_STAR = new Principal("AWS", "*");
    private static final Principal ACCOUNT = new Principal("AWS", "arn:aws:iam::444455556666:root");
    private static final String BUCKET = "arn:aws:s3:::b";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringEquals                  | aws:PrincipalOrgID       | o-abcdefghij",
                "stringequals                  | AWS:PRINCIPALORGID       | o-abcdefghij",
                "ForAnyValue:StringLike        | aws:PrincipalOrgPaths    | o-abcdefghij/r-ab12/ou-ab12-*/*",
                "StringEquals                  | AWS:SourceOwner          | 111122223333",
                "StringEquals                  | aws:SourceAccount        | 111122223333",
                "StringEquals                  | aws:SourceAccount        | ${aws:ResourceAccount}",
                "StringEquals                  | aws:SourceVpce           | vpce-0123",
                "StringLike                    | aws:SourceVpc            | vpc-0123",
                "ArnLike                       | aws:SourceArn            | arn:aws:sns:*:111122223333:*",
                "ArnEquals                     | aws:SourceArn            | arn:aws:s3:::my-bucket",
                "ArnLike                       | aws:SourceArn            | arn:aws:s3:::my-bucket/*",
                "StringLike                    | aws:PrincipalArn         | arn:aws:iam::111122223333:role/*",
                "StringLike                    | aws:userid               | AROAEXAMPLEEXAMPLEID:*",
                "IpAddress                     | aws:SourceIp             | 203.0.113.0/24",
                "IpAddress                     | aws:SourceIp             | 10.0.0.0/8",
                "IpAddress                     | aws:SourceIp             | 2001:db8::/32",
                "IpAddress                     | aws:SourceIp             | 203.0.113.7",
                "StringLike                    | s3:DataAccessPointArn    | arn:aws:s3:*:111122223333:accesspoint/*",
                "StringEquals                  | kms:CallerAccount        | 111122223333",
                "Bool                          | elasticfilesystem:AccessedViaMountTarget | true",
            })
    void aFixedCallerNarrows(String operator, String key, String value) {
        assertThat(new Condition(operator, key, List.of(value)).narrowsCallers())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringLike                    | aws:PrincipalOrgID       | o-*",
                "StringLike                    | aws:PrincipalOrgID       | *",
                "ForAnyValue:StringLike        | aws:PrincipalOrgPaths    | o-*/r-ab12/*",
                "StringNotEquals               | aws:PrincipalOrgID       | o-abcdefghij",
                "StringEqualsIfExists          | aws:PrincipalOrgID       | o-abcdefghij",
                "ForAllValues:StringEquals     | aws:PrincipalOrgPaths    | o-abcdefghij/r-ab12/",
                "Null                          | aws:PrincipalOrgID       | false",
                "Null                          | aws:SourceVpce           | true",
                "StringLike                    | aws:SourceVpc            | vpc-*",
                "StringLike                    | aws:SourceAccount        | 1234*",
                "StringEquals                  | aws:SourceAccount        | ${aws:PrincipalAccount}",
                "StringEquals                  | aws:userid               | ${aws:userid}",
                "ArnLike                       | aws:SourceArn            | arn:aws:sns:*:*:topic",
                "ArnLike                       | aws:SourceArn            | arn:aws:s3:::*",
                "ArnLike                       | aws:SourceArn            | arn:aws:s3:::my-*",
                "StringLike                    | aws:PrincipalArn         | arn:aws:iam::*:role/Admin",
                "StringLike                    | aws:PrincipalArn         | *",
                "IpAddress                     | aws:SourceIp             | 0.0.0.0/0",
                "IpAddress                     | aws:SourceIp             | 0.0.0.0/1",
                "IpAddress                     | aws:SourceIp             | ::/0",
                "IpAddress                     | aws:SourceIp             | 2000::/3",
                "NotIpAddress                  | aws:SourceIp             | 203.0.113.0/24",
                "IpAddress                     | aws:VpcSourceIp          | 10.0.0.0/16",
                "StringEquals                  | aws:PrincipalTag/team    | data",
                "StringLike                    | aws:Referer              | https://example.com/*",
                "StringEquals                  | aws:ResourceAccount      | 111122223333",
                "Bool                          | aws:SecureTransport      | true",
                "StringEquals                  | sts:ExternalId           | secret",
                "StringLike                    | sns:Endpoint             | *@example.com",
            })
    void whatAnyoneCanMeetDoesNotNarrow(String operator, String key, String value) {
        assertThat(new Condition(operator, key, List.of(value)).narrowsCallers())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringEquals | aws:SourceAccount                          | 111122223333                                     | true",
                "ArnLike      | aws:SourceArn                              | arn:aws:cloudtrail:*:111122223333:trail/*        | true",
                "StringEquals | aws:SourceOrgID                            | o-abcdefghij                                     | true",
                "StringLike   | kms:EncryptionContext:aws:cloudtrail:arn   | arn:aws:cloudtrail:*:111122223333:trail/*        | true",
                "ArnLike      | kms:EncryptionContext:aws:logs:arn         | arn:aws:logs:us-east-1:111122223333:log-group:*  | true",
                "StringEqualsIfExists | aws:SourceAccount                  | 111122223333                                     | false",
                "ArnLike      | aws:SourceArn                              | arn:aws:cloudtrail:*:*:trail/*                   | false",
                "StringLike   | kms:EncryptionContext:aws:cloudtrail:arn   | arn:aws:cloudtrail:*:*:trail/*                   | false",
                "StringEquals | aws:SourceVpce                             | vpce-0123                                        | false",
                "StringEquals | s3:x-amz-acl                               | bucket-owner-full-control                        | false",
            })
    void onlyAnAccountOrItsResourceNarrowsForWhomAServiceActs(
            String operator, String key, String value, boolean narrows) {
        assertThat(new Condition(operator, key, List.of(value)).narrowsSources())
                .isEqualTo(narrows);
    }

    @Test
    void oneBroadValueAmongNarrowOnesLetsEverybodyIn() {
        assertThat(new Condition("IpAddress", "aws:SourceIp", List.of("203.0.113.0/24", "0.0.0.0/0")).narrowsCallers())
                .isFalse();
    }

    @Test
    void oneNarrowConditionAmongSeveralSuffices() {
        Condition tls = new Condition("Bool", "aws:SecureTransport", List.of("true"));
        assertThat(allow(STAR, tls).allowsEveryone()).isTrue();
        assertThat(allow(STAR, tls, new Condition("StringEquals", "aws:SourceVpce", List.of("vpce-0123")))
                        .allowsEveryone())
                .isFalse();
    }

    @Test
    void aComparisonThatAdmitsAMissingKeyNarrowsWhereTheKeyIsDemanded() {
        for (String operator : List.of("ForAllValues:StringEquals", "StringEqualsIfExists")) {
            Condition loose = new Condition(operator, "aws:PrincipalOrgID", List.of("o-abcdefghij"));
            assertThat(allow(STAR, loose).allowsEveryone()).isTrue();
            assertThat(allow(STAR, loose, new Condition("Null", "aws:PrincipalOrgId", List.of("false")))
                            .allowsEveryone())
                    .isFalse();
            assertThat(allow(STAR, loose, new Condition("Null", "aws:PrincipalOrgId", List.of("true")))
                            .allowsEveryone())
                    .isTrue();
        }
    }

    @Test
    void bothStarsAreEverybodyAndNamedPrincipalsAreNot() {
        assertThat(allow(STAR).allowsEveryone()).isTrue();
        assertThat(allow(AWS_STAR).allowsEveryone()).isTrue();
        assertThat(allow(ACCOUNT).allowsEveryone()).isFalse();
        assertThat(allow(new Principal("Service", "sns.amazonaws.com")).allowsEveryone())
                .isFalse();
    }

    @Test
    void allButSomeIsEverybody() {
        assertThat(statement(true, true, ACCOUNT).allowsEveryone()).isTrue();
        assertThat(statement(
                                true,
                                true,
                                ACCOUNT,
                                new Condition("StringEquals", "aws:PrincipalOrgID", List.of("o-abcdefghij")))
                        .allowsEveryone())
                .isFalse();
        assertThat(statement(false, true, ACCOUNT).allowsEveryone()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringNotEquals         | aws:PrincipalOrgID          | o-abcdefghij",
                "StringNotEqualsIfExists | aws:SourceVpce              | vpce-0123",
                "NotIpAddress            | aws:SourceIp                | 203.0.113.0/24",
                "ArnNotLike              | aws:PrincipalArn            | arn:aws:iam::111122223333:role/*",
                "BoolIfExists            | aws:PrincipalIsAWSService   | false",
            })
    void aDenyForStrangersTakesBackWhatItCovers(String operator, String key, String value) {
        Statement deny = statement(false, false, STAR, new Condition(operator, key, List.of(value)));
        assertThat(new Policy(List.of(allow(STAR), deny)).allowsEveryone()).isFalse();
        assertThat(new Policy(List.of(deny, allow(STAR))).openLabels()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "StringEquals                  | aws:PrincipalOrgID          | o-abcdefghij",
                "StringNotLike                 | aws:PrincipalOrgID          | o-*",
                "ForAnyValue:StringNotEquals   | aws:PrincipalOrgPaths       | o-abcdefghij/r-ab12/",
                "Bool                          | aws:PrincipalIsAWSService   | false",
                "Bool                          | aws:SecureTransport         | false",
                "Null                          | aws:SourceVpce              | true",
                "NotIpAddress                  | aws:SourceIp                | 0.0.0.0/0",
            })
    void aDenyThatStrangersPassTakesNothingBack(String operator, String key, String value) {
        Statement deny = statement(false, false, STAR, new Condition(operator, key, List.of(value)));
        assertThat(new Policy(List.of(allow(STAR), deny)).allowsEveryone()).isTrue();
    }

    @Test
    void aDenyForAllButSomeTakesBack() {
        assertThat(new Policy(List.of(allow(STAR), statement(false, true, ACCOUNT))).allowsEveryone())
                .isFalse();
        assertThat(new Policy(List.of(allow(STAR), statement(false, false, ACCOUNT))).allowsEveryone())
                .isTrue();
    }

    @Test
    void aDenyOfSomethingElseTakesNothingBack() {
        Statement allow = statement(true, List.of("s3:Get*"), List.of(BUCKET + "/*"));
        assertThat(open(allow, statement(false, List.of("s3:*"), List.of(BUCKET, BUCKET + "/*"))))
                .isFalse();
        assertThat(open(allow, statement(false, List.of("s3:GetObject"), List.of(BUCKET + "/*"))))
                .isTrue();
        assertThat(open(allow, statement(false, List.of("s3:Get?*"), List.of(BUCKET + "/*"))))
                .isTrue();
        assertThat(open(allow, statement(false, List.of("s3:*"), List.of(BUCKET + "/private/*"))))
                .isTrue();
    }

    @Test
    void tlsIsRequiredWhenEverythingIsDeniedWithoutItOnBucketAndObjects() {
        Condition plain = new Condition("Bool", "aws:SecureTransport", List.of("false"));
        assertThat(tls(deny(List.of("s3:*"), List.of(BUCKET, BUCKET + "/*"), plain)))
                .isTrue();
        assertThat(tls(deny(List.of("*"), List.of("*"), plain))).isTrue();
        assertThat(tls(
                        deny(List.of("s3:*"), List.of(BUCKET), plain),
                        deny(List.of("s3:*"), List.of(BUCKET + "/*"), plain)))
                .isTrue();
        assertThat(tls(deny(List.of("s3:*"), List.of(BUCKET + "*"), plain))).isTrue();
        assertThat(tls(deny(List.of("s3:*"), List.of(BUCKET + "/*"), plain))).isFalse();
        assertThat(tls(deny(List.of("s3:*"), List.of(BUCKET), plain))).isFalse();
        assertThat(tls(deny(List.of("s3:GetObject"), List.of("*"), plain))).isFalse();
        assertThat(tls(deny(List.of("s3:*"), List.of("*")))).isFalse();
        assertThat(tls(deny(
                        List.of("s3:*"), List.of("*"), new Condition("Bool", "aws:SecureTransport", List.of("true")))))
                .isFalse();
        assertThat(tls(deny(
                        List.of("s3:*"),
                        List.of("*"),
                        plain,
                        new Condition("IpAddress", "aws:SourceIp", List.of("10.0.0.0/8")))))
                .isFalse();
        // Without TLS a request has no TLS version to compare.
        assertThat(tls(deny(
                        List.of("s3:*"),
                        List.of("*"),
                        new Condition("NumericLessThan", "s3:TlsVersion", List.of("1.2")))))
                .isFalse();
    }

    @Test
    void everythingIsAStarOrItsLongForm() {
        assertThat(new Patterns(false, List.of("*:*")).coversEverything()).isTrue();
        assertThat(new Patterns(false, List.of("s3:*", "**")).coversEverything())
                .isTrue();
        assertThat(new Patterns(false, List.of("*s*")).coversEverything()).isFalse();
        assertThat(new Patterns(false, List.of()).coversEverything()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3:GetObject", "S3:getobject", "s3:G?tObject", "s3:*", "*", "*:*", "s3:Get*Object"})
    void namesMatchWhateverTheirLetterCase(String pattern) {
        assertThat(new Patterns(false, List.of(pattern)).covers("s3:GetObject")).isTrue();
        assertThat(new Patterns(true, List.of(pattern)).covers("s3:GetObject")).isFalse();
    }

    @Test
    void aPatternTouchesWhatItSharesANameWith() {
        assertThat(new Patterns(false, List.of("s3:*Object")).touches("s3:Get*"))
                .isTrue();
        assertThat(new Patterns(false, List.of("s3:PutObject")).touches("s3:Get*"))
                .isFalse();
        assertThat(new Patterns(false, List.of("*")).touches("s3:Get*")).isTrue();
        assertThat(new Patterns(false, List.of("s3:?et*Acl")).touches("s3:Get*"))
                .isTrue();
        assertThat(new Patterns(true, List.of("s3:GetObject")).touches("s3:Get*"))
                .isTrue();
        assertThat(new Patterns(true, List.of("s3:*")).touches("s3:Get*")).isFalse();
        assertThat(new Patterns(true, List.of("ec2:*")).touches("s3:Get*")).isTrue();
    }

    @Test
    void aServiceIsCoveredWhenNothingOfItIsLeftOut() {
        assertThat(new Patterns(true, List.of("ec2:*")).coversService("s3")).isTrue();
        assertThat(new Patterns(true, List.of("s3:GetObject")).coversService("s3"))
                .isFalse();
        assertThat(new Patterns(true, List.of("*:Get*")).coversService("s3")).isFalse();
        assertThat(new Patterns(false, List.of("S3:*")).coversService("s3")).isTrue();
        assertThat(new Patterns(false, List.of("s3:Get*")).coversService("s3")).isFalse();
        assertThat(new Patterns(false, List.of("s3-object-lambda:*")).coversService("s3"))
                .isFalse();
    }

    @Test
    void noPatternTakesForEver() {
        String stars = "*a".repeat(10_000) + "b";
        Patterns patterns = new Patterns(false, List.of(stars));
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(patterns.covers("a".repeat(20_000))).isFalse();
            assertThat(patterns.touches("?*".repeat(5_000) + "c")).isFalse();
            assertThat(patterns.coversEverything()).isFalse();
            assertThat(new Patterns(false, List.of("*".repeat(1_000_000) + "x")).coversEverything())
                    .isFalse();
        });
    }

    @Test
    void aPolicyAsLargeAsAwsTakesOneIsComparedInLittleTime() {
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            statements.add(allow(STAR));
            statements.add(deny(
                    List.of("s3:*"),
                    List.of("arn:aws:s3:::other" + i),
                    new Condition("StringNotEquals", "aws:PrincipalOrgID", List.of("o-1234567890"))));
        }
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThat(new Policy(statements).open()).hasSize(1_000));
    }

    @Test
    void aPolicyLargerThanAwsTakesOneIsRefused() {
        List<Statement> many = Collections.nCopies(100_000, allow(STAR));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Policy(many))
                .withMessageContaining("100000 statements");
        Statement huge = statement(true, List.of("s3:*"), List.of("x".repeat(10_000_000)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Policy(List.of(huge)));
    }

    private static boolean open(Statement... statements) {
        return new Policy(List.of(statements)).allowsEveryone();
    }

    private static boolean tls(Statement... statements) {
        Policy policy = new Policy(List.of(statements));
        return policy.deniesWithoutTls("s3", BUCKET) && policy.deniesWithoutTls("s3", BUCKET + "/*");
    }

    private static Statement allow(Principal principal, Condition... conditions) {
        return statement(true, false, principal, conditions);
    }

    private static Statement deny(List<String> actions, List<String> resources, Condition... conditions) {
        return new Statement(
                Optional.empty(),
                false,
                false,
                List.of(STAR),
                new Patterns(false, actions),
                new Patterns(false, resources),
                List.of(conditions));
    }

    private static Statement statement(boolean allows, List<String> actions, List<String> resources) {
        return new Statement(
                Optional.empty(),
                allows,
                false,
                List.of(STAR),
                new Patterns(false, actions),
                new Patterns(false, resources),
                List.of());
    }

    private static Statement statement(
            boolean allows, boolean notPrincipals, Principal principal, Condition... conditions) {
        return new Statement(
                Optional.empty(),
                allows,
                notPrincipals,
                List.of(principal),
                new Patterns(false, List.of("s3:GetObject")),
                new Patterns(false, List.of(BUCKET + "/*")),
                List.of(conditions));
    }
}
