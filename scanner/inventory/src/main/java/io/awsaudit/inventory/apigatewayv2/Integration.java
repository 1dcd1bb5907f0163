package io.awsaudit.inventory.apigatewayv2;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an HTTP or WebSocket API passes calls on to, read whole by {@code apigatewayv2:GetIntegrations}.
 *
 * @param identity its name is the API's and its id
 * @param connectionType {@link ConnectionType#INTERNET} where never set
 * @param integrationUri a URL, or the ARN of a listener, of a service of Cloud Map, or of a Lambda function
 * @param tlsConfigured whether an HTTP API speaks HTTPS through its VPC link; a WebSocket API cannot set it, and goes by the URL
 * @see <a href="https://docs.aws.amazon.com/apigatewayv2/latest/api-reference/apis-apiid-integrations.html">Integrations</a>
 */
@CloudFormationType("AWS::ApiGatewayV2::Integration")
public record Integration(
        Identity identity,
        Arn api,
        ProtocolType protocolType,
        ConnectionType connectionType,
        Optional<String> integrationUri,
        boolean tlsConfigured)
        implements Resource {
    /** The way to what is called. */
    public record ConnectionType(String value) implements OpenValue {
        public static final ConnectionType INTERNET = new ConnectionType("INTERNET");
        public static final ConnectionType VPC_LINK = new ConnectionType("VPC_LINK");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, api));
    }

    /** {@return whether it goes through a VPC link} */
    public boolean isPrivate() {
        return connectionType.equals(ConnectionType.VPC_LINK);
    }

    /** {@return whether it goes through a VPC link, and there without TLS} */
    public boolean isPrivateAndPlain() {
        return isPrivate()
                && !tlsConfigured
                && !(protocolType.equals(ProtocolType.WEBSOCKET)
                        && integrationUri
                                .filter(uri -> uri.toLowerCase(Locale.ROOT).startsWith("https:"))
                                .isPresent());
    }
}
