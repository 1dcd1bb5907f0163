package io.awsaudit.collectors.apigateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.apigateway.DomainName;
import io.awsaudit.inventory.apigateway.Method;
import io.awsaudit.inventory.apigateway.MethodSetting;
import io.awsaudit.inventory.apigateway.RestApi;
import io.awsaudit.inventory.apigateway.Stage;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the emulator cannot be brought to say of REST APIs, with AWS's documented responses: it has no pages, keeps no client
 * certificate, and sends policies as they were given to it.
 */
class ApiGatewayCollectorsTest {
    private static final String APIS = "GET /restapis?limit=500 ";
    private static final String STAGES = "GET /restapis/a1/stages ";
    private static final String RESOURCES = "GET /restapis/a1/resources?";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .json(APIS, "{\"position\":\"more\",\"item\":[" + api("a1", "") + "]}")
                .json("position=more", "{\"item\":[" + api("a2", "") + "]}")
                .json("/resources", "{\"item\":[]}")) {
            assertThat(aws.collect(RestApi.class).resources())
                    .extracting(resource -> resource.arn().value())
                    .containsExactly(
                            "arn:aws:apigateway:us-east-1::/restapis/a1", "arn:aws:apigateway:us-east-1::/restapis/a2");
        }
    }

    @Test
    void methodsAreReadToTheirLastPage() {
        try (CannedAws aws = listed("").json(RESOURCES, """
                        {"position":"more","item":[{"id":"r1","path":"/"},{"id":"r2","path":"/pets","resourceMethods":{
                        "GET":{"httpMethod":"GET","authorizationType":"NONE","apiKeyRequired":true},
                        "POST":{"httpMethod":"POST","authorizationType":"AWS_IAM","apiKeyRequired":false}}}]}""").json("position=more", """
                        {"item":[{"id":"r3","path":"/owners","resourceMethods":{
                        "ANY":{"httpMethod":"ANY","authorizationType":"CUSTOM","apiKeyRequired":false}}}]}""")) {
            assertThat(only(aws, RestApi.class).methods())
                    .isEqualTo(Observed.known(List.of(
                            new Method("/owners", "ANY", "CUSTOM", false),
                            new Method("/pets", "GET", "NONE", true),
                            new Method("/pets", "POST", "AWS_IAM", false))));
            assertThat(aws.requests()).anyMatch(request -> request.contains("embed=methods"));
        }
    }

    @Test
    void aPolicyIsReadThoughItComesEscaped() {
        String policy = """
                {"Version":"2012-10-17","Statement":[{"Sid":"Open","Effect":"Allow","Principal":"*",\
                "Action":"execute-api:Invoke","Resource":"arn:aws:execute-api:us-east-1:111122223333:a1\\/*"}]}""";
        String once = policy.replace("\\", "\\\\").replace("\"", "\\\"");
        String twice = policy.replace("\"", "\\\"").replace("\\", "\\\\").replace("\"", "\\\"");
        for (String sent : List.of(once, twice)) {
            try (CannedAws aws = listed(",\"policy\":\"" + sent + "\"").json(RESOURCES, "{\"item\":[]}")) {
                assertThat(only(aws, RestApi.class)
                                .policy()
                                .asOptional()
                                .orElseThrow()
                                .openLabels())
                        .as(sent)
                        .containsExactly("Open");
            }
        }
    }

    @Test
    void aPolicyThatIsNotUnderstoodIsUnknownAndHidesNothing() {
        try (CannedAws aws = listed(",\"policy\":\"{\\\\\\\"Version\"").json(RESOURCES, "{\"item\":[]}")) {
            RestApi api = only(aws, RestApi.class);
            assertThat(api.policy().unknownBecause().orElseThrow().cause()).isEqualTo(Gap.Cause.MALFORMED);
            assertThat(api.methods()).isEqualTo(Observed.known(List.of()));
        }
    }

    @Test
    void whatAnApiNeverHadIsKnown() {
        try (CannedAws aws = listed("").json(RESOURCES, "{\"item\":[{\"id\":\"r1\",\"path\":\"/\"}]}")) {
            RestApi api = only(aws, RestApi.class);
            assertThat(api.policy()).isEqualTo(Observed.known(Policy.NONE));
            assertThat(api.privateEndpoint()).isFalse();
            assertThat(api.minimumCompressionSizeBytes()).isEmpty();
            assertThat(api.methods()).isEqualTo(Observed.known(List.of()));
        }
    }

    @Test
    void refusedMethodsAreUnknownByTheActionThatIamHasForThem() {
        try (CannedAws aws = listed(",\"minimumCompressionSize\":0,\"endpointConfiguration\":{\"types\":[\"PRIVATE\"]}")
                .answer(
                        RESOURCES,
                        403,
                        "application/json",
                        "{\"message\":\"no\",\"__type\":\"AccessDeniedException\"}")) {
            RestApi api = only(aws, RestApi.class);
            assertThat(api.privateEndpoint()).isTrue();
            assertThat(api.minimumCompressionSizeBytes()).hasValue(0);
            assertThat(api.methods().unknownBecause().orElseThrow().cause()).isEqualTo(Gap.Cause.DENIED);
            assertThat(api.methods().unknownBecause().flatMap(Gap::action)).contains("apigateway:GET");
        }
    }

    @Test
    void aStageIsReadWhole() {
        try (CannedAws aws = listed("").json(STAGES, """
                {"item":[{"stageName":"prod","deploymentId":"d","cacheClusterEnabled":true,"cacheClusterStatus":"AVAILABLE",
                "clientCertificateId":"c1","tracingEnabled":true,"tags":{"Owner":"me"},
                "webAclArn":"arn:aws:wafv2:us-east-1:111122223333:regional/webacl/w/1",
                "accessLogSettings":{"destinationArn":"arn:aws:logs:us-east-1:111122223333:log-group:pets:*","format":"f"},
                "methodSettings":{"*/*":{"metricsEnabled":false,"loggingLevel":"INFO","cachingEnabled":true,"cacheDataEncrypted":false},
                "pets/GET":{"metricsEnabled":true,"throttlingRateLimit":10.0}}}]}""")) {
            Stage stage = only(aws, Stage.class);
            assertThat(stage.arn().value()).isEqualTo("arn:aws:apigateway:us-east-1::/restapis/a1/stages/prod");
            assertThat(stage.name()).isEqualTo("pets/prod");
            assertThat(stage.methodSettings())
                    .isEqualTo(Map.of(
                            "*/*", new MethodSetting("INFO", true, false),
                            "pets/GET", new MethodSetting("OFF", false, false)));
            assertThat(stage.clientCertificate()).contains("c1");
            assertThat(stage.tracingEnabled() && stage.cacheClusterEnabled()).isTrue();
            assertThat(stage.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.IN + " arn:aws:apigateway:us-east-1::/restapis/a1",
                            Relation.LOGS_TO + " arn:aws:logs:us-east-1:111122223333:log-group:pets",
                            Relation.PROTECTED_BY + " arn:aws:wafv2:us-east-1:111122223333:regional/webacl/w/1");
        }
    }

    @Test
    void aStageOnWhichNothingWasSetHasNothingOn() {
        try (CannedAws aws = listed("")
                .json(
                        STAGES,
                        "{\"item\":[{\"stageName\":\"prod\",\"cacheClusterEnabled\":false,\"methodSettings\":{},\"tracingEnabled\":false}]}")) {
            Stage stage = only(aws, Stage.class);
            assertThat(stage.methodSettings()).isEmpty();
            assertThat(stage.accessLogDestination()).isEmpty();
            assertThat(stage.webAcl()).isEmpty();
            assertThat(stage.clientCertificate()).isEmpty();
        }
    }

    @Test
    void anApiThatWasDeletedMeanwhileHasNoStages() {
        try (CannedAws aws = new CannedAws()
                .json(APIS, "{\"item\":[" + api("a1", "") + "," + api("a2", "") + "]}")
                .json(STAGES, "{\"item\":[{\"stageName\":\"prod\"}]}")
                .answer("/restapis/a2/stages", 404, "application/json", "{\"__type\":\"NotFoundException\"}")) {
            Inventory inventory = aws.collect(Stage.class);
            assertThat(inventory.resources()).extracting(Resource::name).containsExactly("pets/prod");
            assertThat(inventory.coverage().listings())
                    .allSatisfy(listing -> assertThat(listing.gap()).isEmpty());
        }
    }

    @Test
    void refusedStagesOfOneApiAreAGap() {
        try (CannedAws aws =
                listed("").answer(STAGES, 403, "application/json", "{\"__type\":\"AccessDeniedException\"}")) {
            assertThat(aws.collect(Stage.class).coverage().listings())
                    .singleElement()
                    .satisfies(listing ->
                            assertThat(listing.gap().orElseThrow().operation()).isEqualTo("apigateway:GetStages"));
        }
    }

    @Test
    void domainNamesAreReadToTheLastPageAndPrivateOnesByTheirId() {
        String secret = "arn:aws:apigateway:us-east-1:111122223333:/domainnames/inner.example.com+d1";
        try (CannedAws aws = new CannedAws()
                .json(
                        "GET /domainnames?limit=500 ",
                        "{\"position\":\"more\",\"item\":[{\"domainName\":\"a.example.com\",\"securityPolicy\":\"TLS_1_2\"}]}")
                .json(
                        "position=more",
                        "{\"item\":[{\"domainName\":\"inner.example.com\",\"domainNameId\":\"d1\",\"domainNameArn\":\""
                                + secret + "\"}]}")) {
            assertThat(aws.collect(DomainName.class).resources())
                    .extracting(Resource::arn, resource -> ((DomainName) resource).securityPolicy())
                    .containsExactlyInAnyOrder(
                            org.assertj.core.groups.Tuple.tuple(
                                    new Arn("arn:aws:apigateway:us-east-1::/domainnames/a.example.com"),
                                    Optional.of("TLS_1_2")),
                            org.assertj.core.groups.Tuple.tuple(new Arn(secret), Optional.empty()));
        }
    }

    private static CannedAws listed(String more) {
        return new CannedAws().json(APIS, "{\"item\":[" + api("a1", more) + "]}");
    }

    private static String api(String id, String more) {
        return "{\"id\":\"" + id + "\",\"name\":\"pets\",\"createdDate\":1700000000,\"apiKeySource\":\"HEADER\"" + more
                + "}";
    }

    private static <R extends Resource> R only(CannedAws aws, Class<R> type) {
        return type.cast(aws.collect(type).resources().get(0));
    }
}
