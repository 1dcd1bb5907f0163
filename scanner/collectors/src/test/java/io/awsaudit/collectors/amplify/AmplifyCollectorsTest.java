package io.awsaudit.collectors.amplify;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.amplify.App;
import io.awsaudit.inventory.amplify.Branch;
import io.awsaudit.inventory.amplify.Domain;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Amplify, which the emulator does not have, with AWS's documented responses. */
class AmplifyCollectorsTest {
    private static final String ARN = "arn:aws:amplify:us-east-1:111122223333:apps/";
    private static final String APPS = "GET /apps?maxResults=100";

    @Test
    void appsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(APPS, "{\"apps\": [" + app("one", "") + "], \"nextToken\": \"more\"}")
                .json("nextToken=more", "{\"apps\": [" + app("two", "") + "]}")) {
            assertThat(aws.collect(App.class).resources())
                    .allMatch(app -> app.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatWasNeverSetIsOff() {
        App app = only("");
        assertThat(app.fromRepository()).isFalse();
        assertThat(app.branchesDeletedWithGit()).isFalse();
        assertThat(app.webAcl()).isEmpty();
        assertThat(app.environmentSecrets()).isEmpty();
    }

    @Test
    void whatWasSetIsReadAndSecretsAreNotKept() {
        App app = only("""
                , "repository": "https://github.com/team/code", "enableBranchAutoDeletion": true, "wafConfiguration": {"webAclArn":
                "arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/1"}, "basicAuthCredentials": "aHVudGVyMjI=",
                "environmentVariables": {"DB_PASSWORD": "hunter22", "STAGE": "prod"}""");
        assertThat(app.fromRepository()).isTrue();
        assertThat(app.branchesDeletedWithGit()).isTrue();
        assertThat(app.edges()).extracting(Edge::relation).containsExactly(Relation.PROTECTED_BY);
        assertThat(app.environmentSecrets()).extracting(Secret::where).containsExactly("DB_PASSWORD");
        assertThat(app.toString()).doesNotContain("hunter22").doesNotContain("aHVudGVyMjI");
    }

    @Test
    void aWebAclThatCouldNotBePutBeforeTheAppIsNone() {
        assertThat(only("""
                , "wafConfiguration": {"webAclArn": "arn:aws:wafv2:us-east-1:111122223333:global/webacl/a/1",
                "wafStatus": "ASSOCIATION_FAILED"}""").webAcl()).isEmpty();
    }

    @Test
    void branchesComePageByPageAppAfterApp() {
        try (CannedAws aws = new CannedAws()
                .json(APPS, "{\"apps\": [" + app("one", "") + "," + app("two", ", \"enableBasicAuth\": true") + "]}")
                .json(
                        "GET /apps/one/branches?maxResults=50",
                        "{\"branches\": [" + branch("one", "main", "") + "], \"nextToken\": \"more\"}")
                .json("nextToken=more", "{\"branches\": [" + branch("one", "work", """
                        , "stage": "DEVELOPMENT", "enableBasicAuth": true, "environmentVariables": {"API_TOKEN": "hunter22"}""") + "]}")
                .json(
                        "GET /apps/two/branches?maxResults=50",
                        "{\"branches\": [" + branch("two", "work", ", \"stage\": \"BETA\"") + "]}")) {
            List<Branch> branches = aws.collect(Branch.class).resources().stream()
                    .map(Branch.class::cast)
                    .sorted((one, other) -> one.arn().compareTo(other.arn()))
                    .toList();
            assertThat(branches).extracting(Resource::name).containsExactly("main", "work", "work");
            assertThat(branches).extracting(Branch::stage).containsExactly("NONE", "DEVELOPMENT", "BETA");
            assertThat(branches).extracting(Branch::passwordAsked).containsExactly(false, true, true);
            assertThat(branches.get(0).app()).isEqualTo(new Arn(ARN + "one"));
            assertThat(branches.get(1).environmentSecrets())
                    .extracting(Secret::where)
                    .containsExactly("API_TOKEN");
            assertThat(branches.toString()).doesNotContain("hunter22");
        }
    }

    @Test
    void domainsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(APPS, "{\"apps\": [" + app("one", "") + "]}")
                .json(
                        "GET /apps/one/domains?maxResults=50",
                        "{\"domainAssociations\": [" + domain("a.example.com", "AVAILABLE", "")
                                + "], \"nextToken\": \"more\"}")
                .json(
                        "nextToken=more",
                        "{\"domainAssociations\": [" + domain("b.example.com", "FAILED", "no certificate") + "]}")) {
            List<Domain> domains = aws.collect(Domain.class).resources().stream()
                    .map(Domain.class::cast)
                    .toList();
            assertThat(domains).extracting(Resource::name).containsExactly("a.example.com", "b.example.com");
            assertThat(domains).extracting(Domain::isFailed).containsExactly(false, true);
            assertThat(domains.get(0).statusReason()).isEmpty();
            assertThat(domains.get(1).statusReason()).hasValue("no certificate");
        }
    }

    private static App only(String more) {
        try (CannedAws aws = new CannedAws().json(APPS, "{\"apps\": [" + app("one", more) + "]}")) {
            return (App) aws.collect(App.class).resources().get(0);
        }
    }

    private static String app(String name, String more) {
        return "{\"appId\": \"" + name + "\", \"appArn\": \"" + ARN + name + "\", \"name\": \"" + name
                + "\", \"tags\": {\"Owner\": \"me\"}" + more + "}";
    }

    private static String branch(String app, String name, String more) {
        return "{\"branchArn\": \"" + ARN + app + "/branches/" + name + "\", \"branchName\": \"" + name + "\"" + more
                + "}";
    }

    private static String domain(String name, String status, String reason) {
        return """
                {"domainAssociationArn": "%sone/domains/%s", "domainName": "%s", "domainStatus": "%s", "statusReason": "%s"}""".formatted(ARN, name, name, status, reason);
    }
}
