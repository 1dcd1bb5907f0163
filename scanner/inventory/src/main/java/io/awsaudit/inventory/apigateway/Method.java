package io.awsaudit.inventory.apigateway;

/**
 * A method of a REST API.
 *
 * @param path of its resource, such as {@code /pets/{id}}
 * @param httpMethod such as {@code GET}, or {@code ANY}
 * @param authorizationType {@code NONE}, {@code AWS_IAM}, {@code CUSTOM} or {@code COGNITO_USER_POOLS}
 * @param apiKeyRequired whether callers have to send an API key, which says whose quota they use and proves nothing
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_Method.html">Method</a>
 */
public record Method(String path, String httpMethod, String authorizationType, boolean apiKeyRequired) {
    /** {@return whether callers read by it, so that its answers may be kept} */
    boolean reads() {
        return httpMethod.equals("GET") || httpMethod.equals("ANY");
    }

    /** {@return whether browsers ask it, without credentials, what they may ask the others} */
    boolean isPreflight() {
        return httpMethod.equals("OPTIONS");
    }
}
