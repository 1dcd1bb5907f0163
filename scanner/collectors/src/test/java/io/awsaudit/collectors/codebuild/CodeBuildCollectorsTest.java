package io.awsaudit.collectors.codebuild;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.codebuild.Project;
import io.awsaudit.inventory.codebuild.Project.S3Logs;
import io.awsaudit.inventory.codebuild.ReportGroup;
import io.awsaudit.inventory.codebuild.SourceCredential;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of CodeBuild, with AWS's documented responses. It has no report groups. */
class CodeBuildCollectorsTest {
    private static final String LIST = "CodeBuild_20161006.ListProjects";
    private static final String GET = "CodeBuild_20161006.BatchGetProjects";

    @Test
    void projectsAreReadAHundredAtATimeFromAllPages() {
        String names = IntStream.range(0, 101).mapToObj(i -> "\"p" + i + "\"").collect(Collectors.joining(","));
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"projects\":[" + names + "],\"nextToken\":\"more\"}")
                .json("\"nextToken\":\"more\"", "{\"projects\":[\"last\"]}")
                .json(GET, "{\"projects\":[" + project("p0", "") + "],\"projectsNotFound\":[]}")
                .json("\"p100\",\"last\"]", "{\"projects\":[" + project("last", "") + "],\"projectsNotFound\":[]}")) {
            assertThat(aws.collect(Project.class).resources())
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("p0", "last");
        }
    }

    @Test
    void whatWasNeverSetIsAsCodeBuildTakesIt() {
        Project project = only("");
        assertThat(project.cloudWatchLogs()).isTrue();
        assertThat(project.s3Logs()).isEmpty();
        assertThat(project.privileged()).isFalse();
        assertThat(project.visibility()).isEqualTo(Project.Visibility.PRIVATE);
        assertThat(project.environmentSecrets()).isEmpty();
        assertThat(project.sourceSecrets()).isEmpty();
        assertThat(project.hasArtifactsInBucket()).isFalse();
        assertThat(project.unverifiedSources()).isEmpty();
        assertThat(project.actorPatterns()).isEmpty();
    }

    @Test
    void artifactsOfAllKindsAreRead() {
        Project project = only("""
                ,"artifacts":{"type":"NO_ARTIFACTS"},"secondaryArtifacts":[{"type":"S3","location":"b","encryptionDisabled":true}]""");
        assertThat(project.hasArtifactsInBucket()).isTrue();
        assertThat(project.hasPlainArtifacts()).isTrue();
        assertThat(only("""
                ,"artifacts":{"type":"S3","location":"b"}""").hasPlainArtifacts()).isFalse();
    }

    @Test
    void sourcesWhoseServerNeedNotProveWhoItIsAreNamed() {
        assertThat(only("""
                ,"secondarySources":[{"type":"GITHUB_ENTERPRISE","location":"https://git.example.com/code","sourceIdentifier":"lib",
                "insecureSsl":true}]""").unverifiedSources()).containsExactly("source lib");
    }

    @Test
    void patternsOfWebhooksThatLetAccountsInAreRead() {
        Project project = only("""
                ,"webhook":{"secret":"hunter22","filterGroups":[[{"type":"EVENT","pattern":"PUSH"},
                {"type":"ACTOR_ACCOUNT_ID","pattern":"123|^456$"}],[{"type":"ACTOR_ACCOUNT_ID","pattern":"^(7|8)$"}],
                [{"type":"ACTOR_ACCOUNT_ID","pattern":"9","excludeMatchedPattern":true}]]}""");
        assertThat(project.actorPatterns()).containsExactly("123|^456$", "^(7|8)$");
        assertThat(project.unanchoredActorPatterns()).containsExactly("123|^456$");
        assertThat(project.toString()).doesNotContain("hunter22");
    }

    @Test
    void waysToSignInAreReadWithoutTheCredentials() {
        try (CannedAws aws = new CannedAws().json("CodeBuild_20161006.ListSourceCredentials", """
                        {"sourceCredentialsInfos":[{"arn":"arn:aws:codebuild:us-east-1:111122223333:token/github","serverType":"GITHUB",
                        "authType":"PERSONAL_ACCESS_TOKEN"},{"arn":"arn:aws:codebuild:us-east-1:111122223333:token/gitlab","serverType":"GITLAB",
                        "authType":"CODECONNECTIONS","resource":"arn:aws:codeconnections:us-east-1:111122223333:connection/1"}]}""")) {
            assertThat(aws.collect(SourceCredential.class).resources())
                    .extracting(Resource::name, credential -> ((SourceCredential) credential).isOfPerson())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("github", true),
                            org.assertj.core.groups.Tuple.tuple("gitlab", false));
        }
    }

    @Test
    void logsAreReadAsTheyWereChosen() {
        Project project = only("""
                ,"logsConfig":{"cloudWatchLogs":{"status":"DISABLED"},"s3Logs":{"status":"ENABLED","location":"b/p","encryptionDisabled":true}}""");
        assertThat(project.cloudWatchLogs()).isFalse();
        assertThat(project.s3Logs()).hasValue(new S3Logs("b/p", false));
        assertThat(project.isLogged()).isTrue();
        assertThat(project.hasPlainLogs()).isTrue();
        assertThat(only("""
                ,"logsConfig":{"cloudWatchLogs":{"status":"DISABLED"},"s3Logs":{"status":"DISABLED","location":"b/p"}}""").isLogged()).isFalse();
    }

    @Test
    void credentialsAreNamedByTheirVariableOrSourceAndNotKept() {
        String address = "https://x-token-auth:hunter22" + "@bitbucket.org/team/code.git";
        Project project = only("""
                ,"secondarySources":[{"type":"BITBUCKET","location":"%s","sourceIdentifier":"lib"},
                {"type":"BITBUCKET","location":"https://ann@bitbucket.org/team/code.git","sourceIdentifier":"user"}],
                "environment":{"type":"LINUX_CONTAINER","image":"i","computeType":"BUILD_GENERAL1_SMALL","privilegedMode":true,
                "environmentVariables":[{"name":"AWS_ACCESS_KEY_ID","value":"abc","type":"PLAINTEXT"},
                {"name":"API_TOKEN","value":"hunter22"},
                {"name":"DB_PASSWORD","value":"hunter22","type":"SECRETS_MANAGER"},{"name":"STAGE","value":"prod","type":"PLAINTEXT"}]}""".formatted(address));
        assertThat(project.sources()).containsExactly("GITHUB", "BITBUCKET", "BITBUCKET");
        assertThat(project.sourceSecrets())
                .containsExactly(new Secret("source lib", "looks like a URL with a password"));
        assertThat(project.environmentSecrets())
                .extracting(Secret::where)
                .containsExactly("API_TOKEN", "AWS_ACCESS_KEY_ID");
        assertThat(project.privileged()).isTrue();
        assertThat(project.toString()).doesNotContain("hunter22");
    }

    @Test
    void reportGroupsAreReadWithTheirExport() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "CodeBuild_20161006.ListReportGroups",
                        "{\"reportGroups\":[\"arn:aws:codebuild:us-east-1:111122223333:report-group/a\"]}")
                .json("CodeBuild_20161006.BatchGetReportGroups", """
                        {"reportGroups":[
                        {"arn":"arn:aws:codebuild:us-east-1:111122223333:report-group/a","name":"a","status":"ACTIVE",
                        "exportConfig":{"exportConfigType":"S3","s3Destination":{"bucket":"b","encryptionDisabled":true}}},
                        {"arn":"arn:aws:codebuild:us-east-1:111122223333:report-group/b","name":"b","status":"ACTIVE",
                        "exportConfig":{"exportConfigType":"NO_EXPORT"}},
                        {"arn":"arn:aws:codebuild:us-east-1:111122223333:report-group/c","name":"c","status":"DELETING"}]}""")) {
            List<ReportGroup> groups = aws.collect(ReportGroup.class).resources().stream()
                    .map(ReportGroup.class::cast)
                    .toList();
            assertThat(groups).extracting(Resource::name).containsExactly("a", "b");
            assertThat(groups.get(0).exportsInPlain()).isTrue();
            assertThat(groups.get(1).export()).isEmpty();
        }
    }

    private static Project only(String more) {
        try (CannedAws aws = new CannedAws()
                .json(LIST, "{\"projects\":[\"p\"]}")
                .json(GET, "{\"projects\":[" + project("p", more) + "],\"projectsNotFound\":[]}")) {
            return (Project) aws.collect(Project.class).resources().get(0);
        }
    }

    private static String project(String name, String more) {
        String environment = more.contains("\"environment\"")
                ? ""
                : ",\"environment\":{\"type\":\"LINUX_CONTAINER\",\"image\":\"i\",\"computeType\":\"BUILD_GENERAL1_SMALL\"}";
        return """
                {"name":"%s","arn":"arn:aws:codebuild:us-east-1:111122223333:project/%s","source":{"type":"GITHUB",
                "location":"https://github.com/team/code.git"}%s%s}""".formatted(name, name, environment, more);
    }
}
