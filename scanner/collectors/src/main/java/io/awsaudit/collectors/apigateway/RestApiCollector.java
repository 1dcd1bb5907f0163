package io.awsaudit.collectors.apigateway;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.apigateway.Method;
import io.awsaudit.inventory.apigateway.RestApi;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads the REST APIs of a region, and the methods of each. */
final class RestApiCollector implements Collector<RestApi> {
    private static final Detail METHODS =
            Detail.of(RestApi.class, "methods", "apigateway:GetResources").needing(ApiGateway.GET);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Set<Class<? extends RestApi>> yields() {
        return Set.of(RestApi.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(ApiGateway.GET_REST_APIS);
    }

    @Override
    public List<Detail> details() {
        return List.of(METHODS);
    }

    @Override
    public Stream<RestApi> collect(Reads reads) {
        return reads.each(
                RestApi.class,
                ApiGateway.restApis(reads),
                listed -> ApiGateway.arnOf(listed, reads),
                listed -> read(listed, reads));
    }

    private static RestApi read(software.amazon.awssdk.services.apigateway.model.RestApi listed, Reads reads) {
        Arn arn = ApiGateway.arnOf(listed, reads);
        return new RestApi(
                Identity.tagged(arn, reads.account(), reads.region(), listed.name(), listed.tags()),
                ApiGateway.isPrivate(listed),
                listed.minimumCompressionSize() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(listed.minimumCompressionSize()),
                policy(listed.policy()),
                reads.observe(METHODS, arn, () -> methodsOf(listed.id(), reads)));
    }

    private static Observed<Policy> policy(@Nullable String document) {
        return document == null || document.isBlank()
                ? Observed.known(Policy.NONE)
                : Policies.listed(() -> Policies.parse(unescaped(document)), ApiGateway.GET_REST_APIS);
    }

    /** API Gateway sends the document as what would stand between the quotation marks of a JSON string. */
    private static String unescaped(String document) {
        return document.startsWith("{\\") ? JSON.readValue('"' + document + '"', String.class) : document;
    }

    private static List<Method> methodsOf(String api, Reads reads) {
        return reads
                .client(ApiGateway.CLIENT)
                .getResourcesPaginator(
                        request -> request.restApiId(api).embed("methods").limit(ApiGateway.PAGE))
                .items()
                .stream()
                .flatMap(resource -> resource.resourceMethods().entrySet().stream()
                        .map(method -> new Method(
                                resource.path(),
                                method.getKey(),
                                Answers.sent(method.getValue().authorizationType(), "authorizationType"),
                                Boolean.TRUE.equals(method.getValue().apiKeyRequired()))))
                .sorted(java.util.Comparator.comparing(Method::path).thenComparing(Method::httpMethod))
                .toList();
    }
}
