package io.awsaudit.inventory.apigatewayv2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * A route of an HTTP or WebSocket API, read whole by {@code apigatewayv2:GetRoutes}.
 *
 * @param identity its name is the API's and its key, such as {@code pets GET /pets}
 * @param routeKey such as {@code GET /pets}, {@code $default} or {@code $connect}
 * @param authorizationType {@link AuthorizationType#NONE} where never set
 * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-routes.html">Routes</a>
 */
@CloudFormationType("AWS::ApiGatewayV2::Route")
public record Route(
        Identity identity, Arn api, ProtocolType protocolType, String routeKey, AuthorizationType authorizationType)
        implements Resource {
    /** What callers have to prove. */
    public record AuthorizationType(String value) implements OpenValue {
        public static final AuthorizationType NONE = new AuthorizationType("NONE");
        public static final AuthorizationType AWS_IAM = new AuthorizationType("AWS_IAM");
        public static final AuthorizationType CUSTOM = new AuthorizationType("CUSTOM");
        public static final AuthorizationType JWT = new AuthorizationType("JWT");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, api));
    }

    /** {@return whether everybody may call it} */
    public boolean isOpen() {
        return authorizationType.equals(AuthorizationType.NONE);
    }

    /** {@return whether it is for messages of a connection, which was authorised when it was made, by {@code $connect} alone} */
    public boolean isWithinConnection() {
        return protocolType.equals(ProtocolType.WEBSOCKET) && !routeKey.equals("$connect");
    }

    /** {@return whether browsers ask it, without credentials, what they may ask the others} */
    public boolean isPreflight() {
        return protocolType.equals(ProtocolType.HTTP) && routeKey.startsWith("OPTIONS ");
    }
}
