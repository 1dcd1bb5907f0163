package io.awsaudit.collectors.apigateway;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.apigateway.model.EndpointType;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** The client of API Gateway's REST APIs, and what its collectors have in common. */
final class ApiGateway {
    static final AwsService<ApiGatewayClient> CLIENT = AwsService.of("apigateway", ApiGatewayClient::builder);

    /** IAM's actions for API Gateway are the methods of HTTP. */
    static final String GET = "apigateway:GET";

    static final Operation GET_REST_APIS =
            Operation.of("apigateway:GetRestApis").needing(GET).pages(500).shared();

    /** The most that it gives in a page. */
    static final int PAGE = 500;

    private ApiGateway() {}

    static Stream<RestApi> restApis(Reads reads) {
        return reads.sharedPages(
                GET_REST_APIS,
                () -> reads.client(CLIENT)
                        .getRestApisPaginator(request -> request.limit(PAGE))
                        .items());
    }

    /** The ARN of something of API Gateway, which has no account in it. */
    static Arn arn(Reads reads, String path) {
        return new Arn("arn:" + reads.partition() + ":apigateway:" + reads.region() + "::" + path);
    }

    static Arn arnOf(RestApi api, Reads reads) {
        return arn(reads, "/restapis/" + api.id());
    }

    static boolean isPrivate(RestApi api) {
        return api.endpointConfiguration() != null
                && api.endpointConfiguration().types().contains(EndpointType.PRIVATE);
    }
}
