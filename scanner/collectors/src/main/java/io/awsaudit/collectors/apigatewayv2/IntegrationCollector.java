package io.awsaudit.collectors.apigatewayv2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.apigatewayv2.Integration;
import io.awsaudit.inventory.apigatewayv2.Integration.ConnectionType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.apigatewayv2.model.Api;
import software.amazon.awssdk.services.apigatewayv2.model.GetIntegrationsResponse;

/** Reads what every HTTP and WebSocket API of a region passes calls on to. */
final class IntegrationCollector implements Collector<Integration> {
    private static final Operation GET_INTEGRATIONS =
            Operation.of("apigatewayv2:GetIntegrations").needing(Apis.GET).per("HTTP or WebSocket API");

    @Override
    public Set<Class<? extends Integration>> yields() {
        return Set.of(Integration.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Apis.GET_APIS, GET_INTEGRATIONS);
    }

    @Override
    public Stream<Integration> collect(Reads reads) {
        return Apis.each(reads, api -> integrationsOf(api, reads));
    }

    private static List<Integration> integrationsOf(Api api, Reads reads) {
        return Apis.list(
                        reads,
                        GET_INTEGRATIONS,
                        () -> TokenPages.of(
                                token -> reads.client(Apis.CLIENT)
                                        .getIntegrations(request ->
                                                request.apiId(api.apiId()).nextToken(token)),
                                GetIntegrationsResponse::items,
                                GetIntegrationsResponse::nextToken))
                .stream()
                .map(integration -> read(api, integration, reads))
                .toList();
    }

    private static Integration read(
            Api api, software.amazon.awssdk.services.apigatewayv2.model.Integration integration, Reads reads) {
        Arn arn = Apis.arnOf(api, reads);
        return new Integration(
                Identity.untagged(
                        new Arn(arn + "/integrations/" + integration.integrationId()),
                        reads.account(),
                        reads.region(),
                        api.name() + " " + integration.integrationId()),
                arn,
                Apis.protocolOf(api),
                integration.connectionTypeAsString() == null
                        ? ConnectionType.INTERNET
                        : new ConnectionType(integration.connectionTypeAsString()),
                Optional.ofNullable(integration.integrationUri()).filter(uri -> !uri.isEmpty()),
                integration.tlsConfig() != null);
    }
}
