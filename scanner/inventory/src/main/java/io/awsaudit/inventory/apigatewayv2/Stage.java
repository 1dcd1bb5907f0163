package io.awsaudit.inventory.apigatewayv2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A stage of an HTTP or WebSocket API, read whole by {@code apigatewayv2:GetStages}.
 *
 * @param identity its name is the API's and its own, such as {@code pets/$default}
 * @param loggingLevel how much of the execution is logged; {@code OFF} where never set, and always for an HTTP API
 * @param routeLoggingLevels the same for routes that have settings of their own
 * @param accessLogDestination the log group or delivery stream
 * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-stages.html">Stages</a>
 */
@CloudFormationType("AWS::ApiGatewayV2::Stage")
public record Stage(
        Identity identity,
        Arn api,
        ProtocolType protocolType,
        String loggingLevel,
        Map<String, String> routeLoggingLevels,
        Optional<Arn> accessLogDestination)
        implements Resource {
    private static final List<String> LOGGED = List.of("ERROR", "INFO");
    private static final String ALL = "default";

    public Stage {
        routeLoggingLevels = Collections.unmodifiableMap(new TreeMap<>(routeLoggingLevels));
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.IN, api)),
                accessLogDestination.stream().map(target -> new Edge(arn(), Relation.LOGS_TO, target)));
    }

    /** {@return whether its API is a WebSocket API} */
    public boolean isWebSocket() {
        return protocolType.equals(ProtocolType.WEBSOCKET);
    }

    /** {@return the routes whose execution is not logged; {@code default} for those that have no settings of their own} */
    public List<String> routesWithoutLogs() {
        return Stream.concat(
                        Stream.of(ALL).filter(all -> !LOGGED.contains(loggingLevel)),
                        routeLoggingLevels.entrySet().stream()
                                .filter(route -> !LOGGED.contains(route.getValue()))
                                .map(Map.Entry::getKey))
                .toList();
    }
}
