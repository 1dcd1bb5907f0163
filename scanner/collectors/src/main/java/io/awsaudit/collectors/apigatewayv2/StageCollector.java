package io.awsaudit.collectors.apigatewayv2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.apigatewayv2.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetStagesResponse;
import software.amazon.awssdk.services.apigatewayv2.model.RouteSettings;

/** Reads the stages of every HTTP and WebSocket API of a region. */
final class StageCollector implements Collector<Stage> {
    private static final Operation GET_STAGES =
            Operation.of("apigatewayv2:GetStages").needing(Apis.GET).per("HTTP or WebSocket API");

    @Override
    public Set<Class<? extends Stage>> yields() {
        return Set.of(Stage.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Apis.GET_APIS, GET_STAGES);
    }

    @Override
    public Stream<Stage> collect(Reads reads) {
        return Apis.each(reads, api -> stagesOf(api, reads));
    }

    private static List<Stage> stagesOf(Api api, Reads reads) {
        return Apis.list(
                        reads,
                        GET_STAGES,
                        () -> TokenPages.of(
                                token -> reads.client(Apis.CLIENT)
                                        .getStages(request ->
                                                request.apiId(api.apiId()).nextToken(token)),
                                GetStagesResponse::items,
                                GetStagesResponse::nextToken))
                .stream()
                .map(stage -> read(api, stage, reads))
                .toList();
    }

    private static Stage read(Api api, software.amazon.awssdk.services.apigatewayv2.model.Stage stage, Reads reads) {
        Arn arn = Apis.arnOf(api, reads);
        return new Stage(
                Identity.tagged(
                        new Arn(arn + "/stages/" + stage.stageName()),
                        reads.account(),
                        reads.region(),
                        api.name() + "/" + stage.stageName(),
                        stage.tags()),
                arn,
                Apis.protocolOf(api),
                levelOf(stage.defaultRouteSettings()),
                stage.routeSettings().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, route -> levelOf(route.getValue()))),
                Optional.ofNullable(stage.accessLogSettings())
                        .map(settings -> settings.destinationArn())
                        .filter(destination -> !destination.isEmpty())
                        .map(destination -> new Arn(
                                destination.endsWith(":*")
                                        ? destination.substring(0, destination.length() - 2)
                                        : destination)));
    }

    /** What was never set is off, and is not sent; nor is it for HTTP APIs, whose execution is not logged. */
    private static String levelOf(@Nullable RouteSettings settings) {
        return settings == null || settings.loggingLevelAsString() == null ? "OFF" : settings.loggingLevelAsString();
    }
}
