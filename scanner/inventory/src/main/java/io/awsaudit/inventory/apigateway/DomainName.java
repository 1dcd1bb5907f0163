package io.awsaudit.inventory.apigateway;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;

/**
 * A domain name of APIs, read whole by {@code apigateway:GetDomainNames}, which also lists those of HTTP and WebSocket APIs.
 *
 * @param securityPolicy such as {@code TLS_1_2}
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_DomainName.html">DomainName</a>
 */
@CloudFormationType("AWS::ApiGateway::DomainName")
public record DomainName(Identity identity, Optional<String> securityPolicy) implements Resource {
    /** {@return whether its security policy is one of some} */
    public boolean hasPolicyOf(List<String> policies) {
        return securityPolicy.filter(policies::contains).isPresent();
    }
}
