package io.awsaudit.inventory.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.policy.Condition;
import io.awsaudit.inventory.policy.Patterns;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Principal;
import io.awsaudit.inventory.policy.Statement;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrustTest {
    private static final String GITHUB = "token.actions.githubusercontent.com";
    private static final Principal STAR = new Principal("AWS", "*");

    @Test
    void aStarPrincipalWithoutConditionIsEveryone() {
        assertThat(Trust.EVERYONE).accepts(trust("sts:AssumeRole", STAR), trust("*", new Principal("*", "*")));
        assertThat(Trust.EVERYONE)
                .rejects(trust("sts:AssumeRole", new Principal("AWS", "111122223333")), trust("sts:TagSession", STAR));
    }

    @Test
    void anotherAccountIsAskedForNothingUnlessAConditionDoes() {
        Principal account = new Principal("AWS", "444455556666");
        assertThat(Trust.unasked(trust("sts:AssumeRole", account))).containsExactly("444455556666");
        assertThat(Trust.unasked(trust("sts:*", new Principal("AWS", "arn:aws:iam::444455556666:root"))))
                .containsExactly("444455556666");
        for (Condition nothing : List.of(
                new Condition("StringLike", "sts:ExternalId", List.of("*")),
                new Condition("StringEqualsIfExists", "sts:ExternalId", List.of("secret")),
                new Condition("Bool", "aws:MultiFactorAuthPresent", List.of("false")),
                new Condition("BoolIfExists", "aws:MultiFactorAuthPresent", List.of("true")),
                new Condition("StringEquals", "aws:PrincipalAccount", List.of("444455556666")))) {
            assertThat(Trust.unasked(trust("sts:AssumeRole", account, nothing)))
                    .as(nothing.toString())
                    .hasSize(1);
        }
        for (Condition something : List.of(
                new Condition("StringEquals", "sts:ExternalId", List.of("secret")),
                new Condition("Bool", "aws:MultiFactorAuthPresent", List.of("true")),
                new Condition("ArnLike", "aws:PrincipalArn", List.of("arn:aws:iam::444455556666:role/deploy")),
                new Condition("StringEquals", "aws:PrincipalOrgID", List.of("o-abc")))) {
            assertThat(Trust.unasked(trust("sts:AssumeRole", account, something)))
                    .as(something.toString())
                    .isEmpty();
        }
    }

    @Test
    void oneRoleOfAnotherAccountIsNotAllOfIt() {
        Principal role = new Principal("AWS", "arn:aws:iam::444455556666:role/deploy");
        assertThat(Trust.unasked(trust("sts:AssumeRole", role))).isEmpty();
        assertThat(Trust.accounts(trust("sts:AssumeRole", role))).containsExactly("444455556666");
        assertThat(Trust.accounts(trust("sts:TagSession", role))).isEmpty();
        assertThat(Trust.accounts(trust("sts:AssumeRole", new Principal("Service", "ec2.amazonaws.com"))))
                .isEmpty();
    }

    @Test
    void anOrganisationConfinesAStarPrincipalAndAnExternalIdDoesNot() {
        assertThat(Trust.EVERYONE)
                .rejects(trust(
                        "sts:AssumeRole", STAR, new Condition("StringEquals", "aws:PrincipalOrgID", List.of("o-abc"))))
                .accepts(trust(
                        "sts:AssumeRole", STAR, new Condition("StringEquals", "sts:ExternalId", List.of("secret"))));
    }

    @Test
    void aDenyOfAllButTheOrganisationConfinesAStarPrincipal() {
        assertThat(Trust.EVERYONE)
                .rejects(denied("sts:*", new Condition("StringNotEquals", "aws:PrincipalOrgID", List.of("o-abc"))))
                .rejects(denied(
                        "sts:AssumeRole",
                        new Condition("StringNotEqualsIfExists", "aws:PrincipalOrgID", List.of("o-abc"))))
                .accepts(denied(
                        "sts:TagSession", new Condition("StringNotEquals", "aws:PrincipalOrgID", List.of("o-abc"))))
                .accepts(denied("sts:*", new Condition("StringEquals", "aws:PrincipalOrgID", List.of("o-abc"))))
                .accepts(denied(
                        "sts:*",
                        new Condition("ForAnyValue:StringNotLike", "aws:PrincipalOrgPaths", List.of("o-abc/*"))))
                .accepts(denied("sts:*", new Condition("Bool", "aws:MultiFactorAuthPresent", List.of("false"))));
    }

    @Test
    void onlyTheSubjectTellsCustomersOfGitHubApart() {
        assertThat(Trust.ANY_TOKEN)
                .accepts(github())
                .accepts(github(new Condition("StringEquals", GITHUB + ":aud", List.of("sts.amazonaws.com"))))
                .accepts(github(new Condition("StringLike", GITHUB + ":sub", List.of("repo:*"))))
                .accepts(
                        github(new Condition("StringLike", GITHUB + ":sub", List.of("repo:octo*:ref:refs/heads/main"))))
                .accepts(github(new Condition("StringLike", GITHUB + ":sub", List.of("repo:octo-org/*", "*"))))
                .accepts(github(new Condition("StringLikeIfExists", GITHUB + ":sub", List.of("repo:octo-org/*"))))
                .accepts(github(new Condition("ForAllValues:StringLike", GITHUB + ":sub", List.of("repo:octo-org/*"))))
                .accepts(github(new Condition("StringNotLike", GITHUB + ":sub", List.of("repo:octo-org/*"))));
        assertThat(Trust.ANY_TOKEN)
                .rejects(github(new Condition("StringLike", GITHUB + ":sub", List.of("repo:octo-org/*"))))
                .rejects(github(
                        new Condition("StringEquals", GITHUB + ":sub", List.of("repo:octo-org/app:environment:prod"))))
                .rejects(github(new Condition("StringLike", GITHUB + ":repository", List.of("octo-org/*"))))
                .rejects(github(new Condition("StringEquals", GITHUB + ":repository_id", List.of("12345"))));
    }

    @Test
    void anAudienceConfinesTokensOfAProviderThatTiesItToAnApplication() {
        Principal cognito = new Principal("Federated", "cognito-identity.amazonaws.com");
        assertThat(Trust.ANY_TOKEN)
                .accepts(trust("sts:AssumeRoleWithWebIdentity", cognito))
                .accepts(trust(
                        "sts:AssumeRoleWithWebIdentity",
                        cognito,
                        new Condition(
                                "ForAnyValue:StringLike",
                                "cognito-identity.amazonaws.com:amr",
                                List.of("authenticated"))))
                .rejects(trust(
                        "sts:AssumeRoleWithWebIdentity",
                        cognito,
                        new Condition(
                                "StringEquals", "cognito-identity.amazonaws.com:aud", List.of("eu-west-1:pool"))));
    }

    @Test
    void samlProvidersAreNoWebIdentity() {
        Policy saml = trust(
                "sts:AssumeRoleWithSAML", new Principal("Federated", "arn:aws:iam::111122223333:saml-provider/Okta"));
        assertThat(Trust.NO_WEB_IDENTITY)
                .accepts(saml, trust("sts:AssumeRole", STAR))
                .rejects(github());
        assertThat(Trust.ANY_TOKEN).rejects(saml);
    }

    private static Policy github(Condition... conditions) {
        return trust(
                "sts:AssumeRoleWithWebIdentity",
                new Principal("Federated", "arn:aws:iam::111122223333:oidc-provider/" + GITHUB),
                conditions);
    }

    private static Policy trust(String action, Principal principal, Condition... conditions) {
        return new Policy(List.of(statement(true, action, principal, conditions)));
    }

    private static Policy denied(String action, Condition condition) {
        return new Policy(List.of(statement(true, "sts:AssumeRole", STAR), statement(false, action, STAR, condition)));
    }

    private static Statement statement(boolean allows, String action, Principal principal, Condition... conditions) {
        return new Statement(
                Optional.empty(),
                allows,
                false,
                List.of(principal),
                new Patterns(false, List.of(action)),
                new Patterns(false, List.of()),
                List.of(conditions));
    }
}
