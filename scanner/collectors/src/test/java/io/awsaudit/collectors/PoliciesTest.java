package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Principal;
import io.awsaudit.inventory.policy.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that AWS's policy grammar allows, and what is no policy. */
class PoliciesTest {
    @Test
    void aStatementMayStandAloneAndItsPartsToo() {
        Statement alone = only("""
                {"Statement": {"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*"}}""");
        Statement listed = only("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": ["s3:GetObject"],
                 "Resource": ["arn:aws:s3:::b/*"]}]}""");
        assertThat(alone).isEqualTo(listed);
        assertThat(alone.allowsEveryone()).isTrue();
    }

    @Test
    void principalsKeepTheirKind() {
        assertThat(only("""
                {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*", "Principal":
                 {"AWS": ["111122223333", "*"], "Service": "sns.amazonaws.com", "Federated": "saml", "CanonicalUser": "c"}}}""").principals())
                .containsExactlyInAnyOrder(
                        new Principal("AWS", "111122223333"),
                        new Principal("AWS", "*"),
                        new Principal("Service", "sns.amazonaws.com"),
                        new Principal("Federated", "saml"),
                        new Principal("CanonicalUser", "c"));
    }

    @Test
    void theNegatedElementsAreKept() {
        Statement statement = only("""
                {"Statement": {"Sid": "Most", "Effect": "Allow", "NotPrincipal": {"AWS": "111122223333"}, "NotAction": "iam:*",
                 "NotResource": ["arn:aws:s3:::b"]}}""");
        assertThat(statement.notPrincipals()).isTrue();
        assertThat(statement.allowsEveryone()).isTrue();
        assertThat(statement.actions().covers("iam:PassRole")).isFalse();
        assertThat(statement.actions().covers("s3:GetObject")).isTrue();
        assertThat(statement.resources().covers("arn:aws:s3:::b")).isFalse();
        assertThat(statement.label()).isEqualTo("Most");
    }

    @Test
    void conditionValuesMayBeBooleansAndNumbersAloneAndInLists() {
        assertThat(only("""
                {"Statement": {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*", "Condition":
                 {"Bool": {"aws:SecureTransport": false, "aws:MultiFactorAuthPresent": ["true", false]},
                  "NumericLessThan": {"s3:TlsVersion": 1.2}}}}""").conditions())
                .containsExactly(
                        new Condition("Bool", "aws:SecureTransport", List.of("false")),
                        new Condition("Bool", "aws:MultiFactorAuthPresent", List.of("true", "false")),
                        new Condition("NumericLessThan", "s3:TlsVersion", List.of("1.2")));
    }

    @Test
    void aConditionWithoutValuesIsNotLost() {
        assertThat(only("""
                {"Statement": {"Effect": "Allow", "Action": "*", "Resource": "*",
                 "Condition": {"StringEquals": {"aws:SourceAccount": []}}}}""").allowsEverything()).isFalse();
    }

    @Test
    void anEncodedDocumentKeepsItsPlusSigns() {
        Policy policy = Policies.parseEncoded(
                "%7B%22Statement%22%3A%7B%22Effect%22%3A%22Allow%22%2C%22Action%22%3A%22a%3A%2A%22%2C%22Resource%22%3A%22x+y%22%7D%7D");
        assertThat(policy.statements().get(0).resources().values()).containsExactly("x+y");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "no policy",
                "{\"Statement\": \"x\"}",
                "{\"Statement\": [{\"Effect\": \"Allow\"}",
                "{\"Statement\": [{\"Effect\": \"Maybe\", \"Action\": \"*\", \"Resource\": \"*\"}]}",
                "{\"Statement\": [{\"Action\": \"*\", \"Resource\": \"*\"}]}",
                "{\"Statement\": [], \"Statement\": [{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}]}",
            })
    void whatIsNoPolicyIsRefused(String text) {
        assertThatThrownBy(() -> Policies.parse(text)).isInstanceOf(RuntimeException.class);
    }

    private static Statement only(String json) {
        return Policies.parse(json).statements().get(0);
    }
}
