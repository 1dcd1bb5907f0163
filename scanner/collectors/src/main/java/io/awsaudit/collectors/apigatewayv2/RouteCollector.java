package io.awsaudit.collectors.apigatewayv2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.apigatewayv2.Route;
import io.awsaudit.inventory.apigatewayv2.Route.AuthorizationType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetRoutesResponse;

/** Reads the routes of every HTTP and WebSocket API of a region. */
final class RouteCollector implements Collector<Route> {
    private static final Operation GET_ROUTES =
            Operation.of("apigatewayv2:GetRoutes").needing(Apis.GET).per("HTTP or WebSocket API");

    @Override
    public Set<Class<? extends Route>> yields() {
        return Set.of(Route.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Apis.GET_APIS, GET_ROUTES);
    }

    @Override
    public Stream<Route> collect(Reads reads) {
        return Apis.each(reads, api -> routesOf(api, reads));
    }

    private static List<Route> routesOf(Api api, Reads reads) {
        return Apis.list(
                        reads,
                        GET_ROUTES,
                        () -> TokenPages.of(
                                token -> reads.client(Apis.CLIENT)
                                        .getRoutes(request ->
                                                request.apiId(api.apiId()).nextToken(token)),
                                GetRoutesResponse::items,
                                GetRoutesResponse::nextToken))
                .stream()
                .map(route -> read(api, route, reads))
                .toList();
    }

    private static Route read(Api api, software.amazon.awssdk.services.apigatewayv2.model.Route route, Reads reads) {
        Arn arn = Apis.arnOf(api, reads);
        return new Route(
                Identity.untagged(
                        new Arn(arn + "/routes/" + route.routeId()),
                        reads.account(),
                        reads.region(),
                        api.name() + " " + route.routeKey()),
                arn,
                Apis.protocolOf(api),
                route.routeKey(),
                route.authorizationTypeAsString() == null
                        ? AuthorizationType.NONE
                        : new AuthorizationType(route.authorizationTypeAsString()));
    }
}
