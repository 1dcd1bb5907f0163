package io.awsaudit.inventory.apigateway;

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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A stage of a REST API, read whole by {@code apigateway:GetStages}.
 *
 * @param identity its name is the API's and its own, such as {@code pets/prod}
 * @param privateEndpoint whether its API is reached through VPC endpoints alone
 * @param methodSettings by method, as {@code pets/GET}; those of {@code *}{@code /*} hold for all that have none of their own,
 *     and those of its own replace them as a whole
 * @param cacheClusterEnabled whether it has a cache; without one no method caches, whatever its settings say
 * @param clientCertificate what it shows to the HTTP servers behind it
 * @param accessLogDestination the log group or delivery stream
 * @param webAcl of AWS WAF, or of AWS WAF Classic
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/api/API_Stage.html">Stage</a>
 */
@CloudFormationType("AWS::ApiGateway::Stage")
public record Stage(
        Identity identity,
        Arn api,
        boolean privateEndpoint,
        Map<String, MethodSetting> methodSettings,
        boolean cacheClusterEnabled,
        Optional<String> clientCertificate,
        boolean tracingEnabled,
        Optional<Arn> accessLogDestination,
        Optional<Arn> webAcl)
        implements Resource {
    private static final String ALL = "*/*";

    public Stage {
        methodSettings = Collections.unmodifiableMap(new TreeMap<>(methodSettings));
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        Stream.of(new Edge(arn(), Relation.IN, api)),
                        accessLogDestination.stream().map(target -> new Edge(arn(), Relation.LOGS_TO, target)),
                        webAcl.stream().map(acl -> new Edge(arn(), Relation.PROTECTED_BY, acl)))
                .flatMap(edges -> edges);
    }

    /** {@return the methods whose execution is not logged; {@code *}{@code /*} for all that have no settings of their own} */
    public List<String> methodsWithoutLogs() {
        return Stream.concat(
                        Stream.of(ALL).filter(all -> !methodSettings.containsKey(all)),
                        methods(setting -> !setting.logs()))
                .toList();
    }

    /** {@return the methods whose answers the cache keeps in the clear} */
    public List<String> methodsCachedInTheClear() {
        return cacheClusterEnabled ? methods(MethodSetting::keepsInTheClear).toList() : List.of();
    }

    /** {@return whether it has a cache, and keeps answers of some method in it} */
    public boolean isCached() {
        return cacheClusterEnabled
                && methods(MethodSetting::cachingEnabled).findAny().isPresent();
    }

    private Stream<String> methods(Predicate<MethodSetting> test) {
        return methodSettings.entrySet().stream()
                .filter(entry -> test.test(entry.getValue()))
                .map(Map.Entry::getKey);
    }
}
