package io.awsaudit.collectors.apigateway;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.apigateway.MethodSetting;
import io.awsaudit.inventory.apigateway.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigateway.model.RestApi;

/** Reads the stages of every REST API of a region; there is no list of them all. */
final class StageCollector implements Collector<Stage> {
    private static final Operation GET_STAGES =
            Operation.of("apigateway:GetStages").needing(ApiGateway.GET).per("REST API");

    @Override
    public Set<Class<? extends Stage>> yields() {
        return Set.of(Stage.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(ApiGateway.GET_REST_APIS, GET_STAGES);
    }

    @Override
    public Stream<Stage> collect(Reads reads) {
        return reads.each(ApiGateway.restApis(reads), api -> stagesOf(api, reads))
                .flatMap(List::stream);
    }

    private static List<Stage> stagesOf(RestApi api, Reads reads) {
        return reads
                .list(
                        GET_STAGES,
                        () -> Answers.orIfAbsent(
                                () -> reads.client(ApiGateway.CLIENT)
                                        .getStages(request -> request.restApiId(api.id()))
                                        .item(),
                                List.<software.amazon.awssdk.services.apigateway.model.Stage>of(),
                                "NotFoundException")) // deleted since it was listed
                .stream()
                .map(stage -> read(api, stage, reads))
                .toList();
    }

    private static Stage read(RestApi api, software.amazon.awssdk.services.apigateway.model.Stage stage, Reads reads) {
        Arn arn = ApiGateway.arnOf(api, reads);
        return new Stage(
                Identity.tagged(
                        new Arn(arn + "/stages/" + stage.stageName()),
                        reads.account(),
                        reads.region(),
                        api.name() + "/" + stage.stageName(),
                        stage.tags()),
                arn,
                ApiGateway.isPrivate(api),
                stage.methodSettings().entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> setting(entry.getValue()))),
                Boolean.TRUE.equals(stage.cacheClusterEnabled()),
                Optional.ofNullable(stage.clientCertificateId()).filter(id -> !id.isEmpty()),
                Boolean.TRUE.equals(stage.tracingEnabled()),
                Optional.ofNullable(stage.accessLogSettings())
                        .map(settings -> settings.destinationArn())
                        .filter(destination -> !destination.isEmpty())
                        .map(destination -> new Arn(
                                destination.endsWith(":*")
                                        ? destination.substring(0, destination.length() - 2)
                                        : destination)),
                Optional.ofNullable(stage.webAclArn())
                        .filter(acl -> !acl.isEmpty())
                        .map(Arn::new));
    }

    /** What was never set is off, and is not sent. */
    private static MethodSetting setting(software.amazon.awssdk.services.apigateway.model.MethodSetting setting) {
        return new MethodSetting(
                setting.loggingLevel() == null ? "OFF" : setting.loggingLevel(),
                Boolean.TRUE.equals(setting.cachingEnabled()),
                Boolean.TRUE.equals(setting.cacheDataEncrypted()));
    }
}
