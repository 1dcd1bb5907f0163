package io.awsaudit.collectors.wafv2;

import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.wafv2.model.ListLoggingConfigurationsResponse;
import software.amazon.awssdk.services.wafv2.model.LoggingConfiguration;
import software.amazon.awssdk.services.wafv2.model.Scope;

/** Where the logs of web ACLs go, listed once for all of a scope, when first asked for. Those of Security Lake are its own. */
final class LogDestinations {
    static final Operation LIST_LOGGING_CONFIGURATIONS =
            Operation.of("wafv2:ListLoggingConfigurations").forAll();

    private final Scope scope;
    private final Reads reads;
    private final Once<Map<String, List<Arn>>> listed = new Once<>(this::list);

    LogDestinations(Scope scope, Reads reads) {
        this.scope = scope;
        this.reads = reads;
    }

    /** {@return the destinations of a web ACL} */
    List<Arn> of(Arn webAcl) {
        return listed.get().getOrDefault(webAcl.value(), List.of());
    }

    private Map<String, List<Arn>> list() {
        Iterable<LoggingConfiguration> configurations = TokenPages.of(
                marker -> reads.client(Wafv2.CLIENT)
                        .listLoggingConfigurations(request ->
                                request.scope(scope).limit(Wafv2.PAGE).nextMarker(marker)),
                ListLoggingConfigurationsResponse::loggingConfigurations,
                ListLoggingConfigurationsResponse::nextMarker);
        return StreamSupport.stream(configurations.spliterator(), false)
                .collect(Collectors.toMap(
                        LoggingConfiguration::resourceArn,
                        configuration -> configuration.logDestinationConfigs().stream()
                                .map(Arn::new)
                                .toList(),
                        (one, other) -> one));
    }
}
