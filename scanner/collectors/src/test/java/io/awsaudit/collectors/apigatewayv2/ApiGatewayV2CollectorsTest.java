package io.awsaudit.collectors.apigatewayv2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.apigatewayv2.Integration;
import io.awsaudit.inventory.apigatewayv2.ProtocolType;
import io.awsaudit.inventory.apigatewayv2.Route;
import io.awsaudit.inventory.apigatewayv2.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of HTTP and WebSocket APIs, with AWS's documented responses: it has no pages. */
class ApiGatewayV2CollectorsTest {
    private static final String APIS = "GET /v2/apis ";

    @Test
    void apisAndWhatIsInThemAreReadToTheirLastPages() {
        try (CannedAws aws = new CannedAws()
                .json(APIS, "{\"items\":[" + api("a1", "HTTP") + "],\"nextToken\":\"more\"}")
                .json("GET /v2/apis?nextToken=more", "{\"items\":[" + api("a2", "WEBSOCKET") + "]}")
                .json(
                        "/v2/apis/a1/routes ",
                        "{\"items\":[" + route("r1", "GET /pets", "JWT") + "],\"nextToken\":\"rest\"}")
                .json("/v2/apis/a1/routes?nextToken=rest", "{\"items\":[" + route("r2", "$default", "NONE") + "]}")
                .json("/v2/apis/a2/routes ", "{\"items\":[" + route("r3", "$connect", "CUSTOM") + "]}")) {
            assertThat(aws.collect(Route.class).resources())
                    .extracting(
                            resource -> resource.arn().value(),
                            Resource::name,
                            resource -> ((Route) resource).protocolType(),
                            resource -> ((Route) resource).authorizationType().value())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(
                                    "arn:aws:apigateway:us-east-1::/apis/a1/routes/r1",
                                    "pets GET /pets",
                                    ProtocolType.HTTP,
                                    "JWT"),
                            org.assertj.core.groups.Tuple.tuple(
                                    "arn:aws:apigateway:us-east-1::/apis/a1/routes/r2",
                                    "pets $default",
                                    ProtocolType.HTTP,
                                    "NONE"),
                            org.assertj.core.groups.Tuple.tuple(
                                    "arn:aws:apigateway:us-east-1::/apis/a2/routes/r3",
                                    "pets $connect",
                                    ProtocolType.WEBSOCKET,
                                    "CUSTOM"));
        }
    }

    @Test
    void aRouteWithoutAuthorizationTypeIsOpen() {
        try (CannedAws aws = listed("HTTP")
                .json(
                        "/routes",
                        "{\"items\":[{\"routeId\":\"r1\",\"routeKey\":\"GET /pets\",\"apiKeyRequired\":false}]}")) {
            assertThat(only(aws, Route.class).isOpen()).isTrue();
        }
    }

    @Test
    void aStageIsReadWhole() {
        try (CannedAws aws = listed("WEBSOCKET").json("/stages", """
                {"items":[{"stageName":"prod","defaultRouteSettings":{"loggingLevel":"INFO","detailedMetricsEnabled":false},
                "routeSettings":{"$connect":{"loggingLevel":"OFF"},"$default":{"detailedMetricsEnabled":true}},
                "accessLogSettings":{"destinationArn":"arn:aws:logs:us-east-1:111122223333:log-group:pets:*","format":"f"},
                "tags":{"Owner":"me"}}]}""")) {
            Stage stage = only(aws, Stage.class);
            assertThat(stage.name()).isEqualTo("pets/prod");
            assertThat(stage.loggingLevel()).isEqualTo("INFO");
            assertThat(stage.routeLoggingLevels()).isEqualTo(Map.of("$connect", "OFF", "$default", "OFF"));
            assertThat(stage.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.IN + " arn:aws:apigateway:us-east-1::/apis/a1",
                            Relation.LOGS_TO + " arn:aws:logs:us-east-1:111122223333:log-group:pets");
            assertThat(stage.tags().asOptional().orElseThrow()).containsEntry("Owner", "me");
        }
    }

    @Test
    void aStageOnWhichNothingWasSetLogsNothing() {
        try (CannedAws aws = listed("WEBSOCKET").json("/stages", "{\"items\":[{\"stageName\":\"prod\"}]}")) {
            Stage stage = only(aws, Stage.class);
            assertThat(stage.routesWithoutLogs()).isEqualTo(List.of("default"));
            assertThat(stage.accessLogDestination()).isEmpty();
        }
    }

    @Test
    void anIntegrationHasTlsWhereItIsConfiguredEvenWithoutAName() {
        try (CannedAws aws = listed("HTTP").json("/integrations", """
                {"items":[{"integrationId":"i1","connectionType":"VPC_LINK","connectionId":"v1","integrationType":"HTTP_PROXY",
                "integrationUri":"arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/pets/1/2","tlsConfig":{}},
                {"integrationId":"i2","connectionType":"VPC_LINK","connectionId":"v1","integrationType":"HTTP_PROXY"},
                {"integrationId":"i3","integrationType":"AWS_PROXY"}]}""")) {
            assertThat(aws.collect(Integration.class).resources())
                    .extracting(
                            resource -> ((Integration) resource).isPrivate(),
                            resource -> ((Integration) resource).isPrivateAndPlain())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(true, false),
                            org.assertj.core.groups.Tuple.tuple(true, true),
                            org.assertj.core.groups.Tuple.tuple(false, false));
        }
    }

    @Test
    void aRefusedListingWithinAnApiIsAGap() {
        try (CannedAws aws = listed("HTTP")
                .answer("/integrations", 403, "application/json", "{\"__type\":\"AccessDeniedException\"}")) {
            assertThat(aws.collect(Integration.class).coverage().listings())
                    .singleElement()
                    .satisfies(listing -> assertThat(listing.gap().orElseThrow().operation())
                            .isEqualTo("apigatewayv2:GetIntegrations"));
        }
    }

    @Test
    void anApiThatWasDeletedMeanwhileHasNothing() {
        try (CannedAws aws = listed("HTTP")
                .answer("/stages", 404, "application/json", "{\"__type\":\"NotFoundException\",\"message\":\"no\"}")) {
            assertThat(aws.collect(Stage.class).coverage().listings())
                    .singleElement()
                    .satisfies(listing -> assertThat(listing.gap()).isEmpty());
        }
    }

    private static CannedAws listed(String protocol) {
        return new CannedAws().json(APIS, "{\"items\":[" + api("a1", protocol) + "]}");
    }

    private static String api(String id, String protocol) {
        return "{\"apiId\":\"%s\",\"name\":\"pets\",\"protocolType\":\"%s\",\"routeSelectionExpression\":\"x\",\"apiEndpoint\":\"e\"}"
                .formatted(id, protocol);
    }

    private static String route(String id, String key, String authorization) {
        return "{\"routeId\":\"%s\",\"routeKey\":\"%s\",\"authorizationType\":\"%s\",\"apiKeyRequired\":false}"
                .formatted(id, key, authorization);
    }

    private static <R extends Resource> R only(CannedAws aws, Class<R> type) {
        return type.cast(aws.collect(type).resources().get(0));
    }
}
