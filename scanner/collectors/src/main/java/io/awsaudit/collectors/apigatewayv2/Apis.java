package io.awsaudit.collectors.apigatewayv2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.apigatewayv2.ProtocolType;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.apigatewayv2.ApiGatewayV2Client;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetApisResponse;

/** The client of API Gateway's HTTP and WebSocket APIs, and what its collectors have in common. */
final class Apis {
    static final AwsService<ApiGatewayV2Client> CLIENT = AwsService.of("apigatewayv2", ApiGatewayV2Client::builder);

    /** IAM's actions for API Gateway are the methods of HTTP. */
    static final String GET = "apigateway:GET";

    static final Operation GET_APIS =
            Operation.of("apigatewayv2:GetApis").needing(GET).shared();

    private Apis() {}

    /** Reads what there is of a kind in each API; there is no list of it for all of them. */
    static <T> Stream<T> each(Reads reads, Function<Api, List<T>> read) {
        Stream<Api> apis = reads.sharedPages(
                GET_APIS,
                () -> TokenPages.of(
                        token -> reads.client(CLIENT).getApis(request -> request.nextToken(token)),
                        GetApisResponse::items,
                        GetApisResponse::nextToken));
        return reads.each(apis, read).flatMap(List::stream);
    }

    /** Returns the items of a listing within an API, none where the API was deleted since it was listed. */
    static <T> List<T> list(Reads reads, Operation operation, Supplier<Iterable<T>> pages) {
        return reads.list(
                operation,
                () -> Answers.orIfAbsent(
                        () -> StreamSupport.stream(pages.get().spliterator(), false)
                                .toList(),
                        List.<T>of(),
                        "NotFoundException"));
    }

    /** The ARN of an API, which has no account in it. */
    static Arn arnOf(Api api, Reads reads) {
        return new Arn("arn:" + reads.partition() + ":apigateway:" + reads.region() + "::/apis/" + api.apiId());
    }

    static ProtocolType protocolOf(Api api) {
        return new ProtocolType(Answers.sent(api.protocolTypeAsString(), "ProtocolType"));
    }
}
