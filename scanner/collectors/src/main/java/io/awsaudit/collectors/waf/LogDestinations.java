package io.awsaudit.collectors.waf;

import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.waf.model.ListLoggingConfigurationsResponse;
import software.amazon.awssdk.services.waf.model.LoggingConfiguration;

/** Where the logs of web ACLs for CloudFront go, listed once for all of them, when first asked for. */
final class LogDestinations {
    static final Operation LIST_LOGGING_CONFIGURATIONS =
            Operation.of("waf:ListLoggingConfigurations").forAll();

    private final Reads reads;
    private final Once<Map<String, List<Arn>>> listed = new Once<>(this::list);

    LogDestinations(Reads reads) {
        this.reads = reads;
    }

    /** {@return the destinations of a web ACL} */
    List<Arn> of(Arn webAcl) {
        return listed.get().getOrDefault(webAcl.value(), List.of());
    }

    private Map<String, List<Arn>> list() {
        Iterable<LoggingConfiguration> configurations = TokenPages.of(
                marker -> reads.client(Classic.GLOBAL)
                        .listLoggingConfigurations(
                                request -> request.limit(Classic.PAGE).nextMarker(marker)),
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
