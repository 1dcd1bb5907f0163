package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.EndpointType;
import software.amazon.awssdk.services.apigateway.model.IntegrationType;
import software.amazon.awssdk.services.apigateway.model.Op;
import software.amazon.awssdk.services.apigateway.model.PatchOperation;
import software.amazon.awssdk.services.apigateway.model.SecurityPolicy;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.AuthorizationType;
import software.amazon.awssdk.services.apigatewayv2.model.ConnectionType;
import software.amazon.awssdk.services.apigatewayv2.model.LoggingLevel;
import software.amazon.awssdk.services.apigatewayv2.model.ProtocolType;

/**
 * REST, HTTP and WebSocket APIs.
 *
 * <p>moto keeps no client certificate of a stage, so that none has one.
 */
final class ApiGatewaySeeds implements Seeds {
    private static final String ANYBODY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Anybody", "Effect": "Allow", "Principal": "*",
            "Action": "execute-api:Invoke", "Resource": "execute-api:/*"}]}""";
    private static final String ONE_ENDPOINT = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Endpoint", "Effect": "Allow", "Principal": "*",
            "Action": "execute-api:Invoke", "Resource": "execute-api:/*",
            "Condition": {"StringEquals": {"aws:SourceVpce": "vpce-0123456789abcdef0"}}}]}""";

    @Override
    public void insecure(EmulatedAccount account) {
        ApiGatewayClient rest = account.client(ApiGatewayClient.builder());
        String open = api(rest, "insecure-open", "NONE", EndpointType.REGIONAL, "");
        stage(rest, open);
        stage(
                rest,
                api(rest, "insecure-private-for-any-endpoint", "NONE", EndpointType.PRIVATE, ANYBODY),
                settings(account));
        stage(
                rest,
                api(rest, "insecure-cache-in-the-clear", "AWS_IAM", EndpointType.REGIONAL, ""),
                Stream.concat(
                                Stream.of(settings(account)),
                                Stream.of(
                                        replace("/cacheClusterEnabled", "true"),
                                        replace("/*/*/caching/enabled", "true"),
                                        replace("/*/*/caching/dataEncrypted", "false")))
                        .toArray(PatchOperation[]::new));
        stage(
                rest,
                api(rest, "insecure-one-method-not-logged", "AWS_IAM", EndpointType.REGIONAL, ""),
                Stream.concat(Stream.of(settings(account)), Stream.of(replace("/~1/GET/logging/loglevel", "OFF")))
                        .toArray(PatchOperation[]::new));
        rest.createDomainName(request -> request.domainName("insecure-old-tls.example.com")
                .securityPolicy(SecurityPolicy.TLS_1_0)
                .endpointConfiguration(endpoint -> endpoint.types(EndpointType.REGIONAL)));

        ApiGatewayV2Client apis = account.client(ApiGatewayV2Client.builder());
        String http = api(apis, "insecure-http", ProtocolType.HTTP);
        apis.createStage(request -> request.apiId(http).stageName("$default"));
        apis.createRoute(
                request -> request.apiId(http).routeKey("GET /open").authorizationType(AuthorizationType.NONE));
        apis.createIntegration(request -> request.apiId(http)
                .integrationType("HTTP_PROXY")
                .integrationMethod("GET")
                .connectionType(ConnectionType.VPC_LINK)
                .connectionId("link")
                .integrationUri(
                        "arn:aws:elasticloadbalancing:us-east-1:%s:listener/app/plain/0a/0b".formatted(account.id()))
                .payloadFormatVersion("1.0"));
        String socket = api(apis, "insecure-websocket", ProtocolType.WEBSOCKET);
        apis.createStage(request -> request.apiId(socket)
                .stageName("prod")
                .defaultRouteSettings(settings -> settings.loggingLevel(LoggingLevel.OFF)));
        apis.createRoute(
                request -> request.apiId(socket).routeKey("$connect").authorizationType(AuthorizationType.NONE));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        ApiGatewayClient rest = account.client(ApiGatewayClient.builder());
        stage(rest, api(rest, "hardened-rest", "AWS_IAM", EndpointType.REGIONAL, ""), cached(account));
        stage(rest, api(rest, "hardened-private", "NONE", EndpointType.PRIVATE, ONE_ENDPOINT), cached(account));

        rest.createDomainName(request -> request.domainName("hardened.example.com")
                .securityPolicy("SecurityPolicy_TLS13_1_3_2025_09")
                .endpointConfiguration(endpoint -> endpoint.types(EndpointType.REGIONAL)));

        ApiGatewayV2Client apis = account.client(ApiGatewayV2Client.builder());
        String http = api(apis, "hardened-http", ProtocolType.HTTP);
        apis.createStage(request -> request.apiId(http)
                .stageName("$default")
                .accessLogSettings(
                        logs -> logs.destinationArn(logGroup(account)).format("$context.requestId")));
        apis.createRoute(
                request -> request.apiId(http).routeKey("GET /pets").authorizationType(AuthorizationType.AWS_IAM));
        apis.createRoute(
                request -> request.apiId(http).routeKey("OPTIONS /pets").authorizationType(AuthorizationType.NONE));
        apis.createIntegration(request -> request.apiId(http)
                .integrationType("HTTP_PROXY")
                .integrationMethod("GET")
                .connectionType(ConnectionType.VPC_LINK)
                .connectionId("link")
                .integrationUri(
                        "arn:aws:elasticloadbalancing:us-east-1:%s:listener/app/tls/0a/0b".formatted(account.id()))
                .tlsConfig(tls -> tls.serverNameToVerify("pets.example.com"))
                .payloadFormatVersion("1.0"));
        String socket = api(apis, "hardened-websocket", ProtocolType.WEBSOCKET);
        apis.createStage(request -> request.apiId(socket)
                .stageName("prod")
                .accessLogSettings(
                        logs -> logs.destinationArn(logGroup(account)).format("$context.requestId"))
                .defaultRouteSettings(settings -> settings.loggingLevel(LoggingLevel.ERROR)));
        apis.createRoute(
                request -> request.apiId(socket).routeKey("$connect").authorizationType(AuthorizationType.AWS_IAM));
        apis.createRoute(
                request -> request.apiId(socket).routeKey("$default").authorizationType(AuthorizationType.NONE));
    }

    private static PatchOperation[] cached(EmulatedAccount account) {
        return Stream.concat(
                        Stream.of(settings(account)),
                        Stream.of(
                                replace("/cacheClusterEnabled", "true"),
                                replace("/*/*/caching/enabled", "true"),
                                replace("/*/*/caching/dataEncrypted", "true")))
                .toArray(PatchOperation[]::new);
    }

    /** Makes an API with one method. */
    private static String api(
            ApiGatewayClient rest, String name, String authorization, EndpointType endpoint, String policy) {
        String api = rest.createRestApi(request -> {
                    request.name(name)
                            .tags(Map.of("Name", name))
                            .minimumCompressionSize(name.startsWith("hardened") ? 1024 : null)
                            .endpointConfiguration(configuration -> configuration.types(endpoint));
                    if (!policy.isEmpty()) {
                        request.policy(policy);
                    }
                })
                .id();
        String root = rest.getResources(request -> request.restApiId(api))
                .items()
                .get(0)
                .id();
        rest.putMethod(request ->
                request.restApiId(api).resourceId(root).httpMethod("GET").authorizationType(authorization));
        rest.putIntegration(request ->
                request.restApiId(api).resourceId(root).httpMethod("GET").type(IntegrationType.MOCK));
        return api;
    }

    private static void stage(ApiGatewayClient rest, String api, PatchOperation... changes) {
        String deployment =
                rest.createDeployment(request -> request.restApiId(api)).id();
        rest.createStage(request -> request.restApiId(api)
                .stageName("prod")
                .deploymentId(deployment)
                .cacheClusterEnabled(false));
        if (changes.length > 0) {
            rest.updateStage(request -> request.restApiId(api).stageName("prod").patchOperations(List.of(changes)));
        }
    }

    private static PatchOperation[] settings(EmulatedAccount account) {
        return new PatchOperation[] {
            replace("/*/*/logging/loglevel", "ERROR"),
            replace("/tracingEnabled", "true"),
            replace("/accessLogSettings/destinationArn", logGroup(account)),
            replace("/accessLogSettings/format", "$context.requestId")
        };
    }

    private static PatchOperation replace(String path, String value) {
        return PatchOperation.builder().op(Op.REPLACE).path(path).value(value).build();
    }

    private static String api(ApiGatewayV2Client apis, String name, ProtocolType protocol) {
        return apis.createApi(request -> request.name(name)
                        .protocolType(protocol)
                        .routeSelectionExpression(
                                protocol == ProtocolType.HTTP
                                        ? "$request.method $request.path"
                                        : "$request.body.action"))
                .apiId();
    }

    private static String logGroup(EmulatedAccount account) {
        return "arn:aws:logs:us-east-1:%s:log-group:hardened-trail".formatted(account.id());
    }
}
