package io.awsaudit.collectors.appsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.appsync.GraphqlApi;
import io.awsaudit.inventory.appsync.GraphqlApi.Authorization;
import io.awsaudit.inventory.appsync.GraphqlApi.FieldLogLevel;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of AppSync's APIs, with AWS's documented responses. */
class GraphqlApiCollectorTest {
    private static final String APIS = "GET /v1/apis";

    @Test
    void apisComePageByPageAndThoseOfOtherAccountsAreTheirs() {
        try (CannedAws aws = new CannedAws()
                .json(APIS, "{\"graphqlApis\": [" + api("one", "111122223333", "") + "], \"nextToken\": \"more\"}")
                .json(
                        "nextToken=more",
                        "{\"graphqlApis\": [" + api("two", "111122223333", "") + "," + api("shared", "444455556666", "")
                                + "]}")) {
            assertThat(aws.collect(GraphqlApi.class).resources())
                    .allMatch(api -> api.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void whatIsLeftOutIsAsAwsHasIt() {
        GraphqlApi api = only("");
        assertThat(api.isUnlogged()).isTrue();
        assertThat(api.xrayEnabled()).isFalse();
        assertThat(api.webAcl()).isEmpty();
        assertThat(api.isPrivate()).isFalse();
        assertThat(api.tellsSchema()).isTrue();
        assertThat(api.takesEndlessQueries()).isTrue();
    }

    @Test
    void whatWasSetIsRead() {
        GraphqlApi api = only("""
            , "additionalAuthenticationProviders": [{"authenticationType": "API_KEY"}], "xrayEnabled": true,
            "logConfig": {"fieldLogLevel": "DEBUG", "cloudWatchLogsRoleArn": "arn:aws:iam::111122223333:role/r"},
            "wafWebAclArn": "arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/1", "visibility": "PRIVATE",
            "introspectionConfig": "DISABLED", "queryDepthLimit": 5\
            """);
        assertThat(api.authorization()).containsExactly(Authorization.AWS_IAM, Authorization.API_KEY);
        assertThat(api.takesApiKeys()).isTrue();
        assertThat(api.fieldLogLevel()).contains(new FieldLogLevel("DEBUG"));
        assertThat(api.isUnlogged()).isFalse();
        assertThat(api.xrayEnabled()).isTrue();
        assertThat(api.webAcl()).contains(new Arn("arn:aws:wafv2:us-east-1:111122223333:regional/webacl/a/1"));
        assertThat(api.isPrivate()).isTrue();
        assertThat(api.tellsSchema()).isFalse();
        assertThat(api.takesEndlessQueries()).isFalse();
    }

    @Test
    void requestsAloneAreNotFields() {
        assertThat(only(", \"logConfig\": {\"fieldLogLevel\": \"NONE\"}").isUnlogged())
                .isTrue();
    }

    private static GraphqlApi only(String members) {
        try (CannedAws aws =
                new CannedAws().json(APIS, "{\"graphqlApis\": [" + api("one", "111122223333", members) + "]}")) {
            return (GraphqlApi) aws.collect(GraphqlApi.class).resources().get(0);
        }
    }

    private static String api(String name, String account, String members) {
        return """
            {"name": "%s", "apiId": "%s", "arn": "arn:aws:appsync:us-east-1:%s:apis/%s", "authenticationType": "AWS_IAM",
            "tags": {"Owner": "me"}%s}\
            """.formatted(name, name, account, name, members);
    }
}
