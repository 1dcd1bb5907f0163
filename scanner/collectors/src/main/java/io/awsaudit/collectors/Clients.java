package io.awsaudit.collectors;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.AdaptiveRetryStrategy;
import software.amazon.awssdk.retries.DefaultRetryStrategy;

/**
 * Makes the clients, one a service and region, on one HTTP client with one pool of connections.
 *
 * <p>Each client has the SDK's adaptive retry strategy, whose rate falls when AWS throttles that service in that region,
 * so that a scan does not starve the account's own workloads.
 */
final class Clients implements AutoCloseable {
    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    private static final Duration CALL = Duration.ofSeconds(90);

    private record Key(String prefix, String region) {}

    private final AwsCredentialsProvider credentials;
    private final Optional<URI> endpoint;
    private final Set<String> declared;
    private final CallLog log;
    private final int attempts;
    private final SdkHttpClient http;
    private final Map<Key, SdkClient> clients = new ConcurrentHashMap<>();

    Clients(
            AwsCredentialsProvider credentials,
            Optional<URI> endpoint,
            int concurrency,
            int attempts,
            Set<String> declared,
            CallLog log) {
        this.attempts = attempts;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.declared = declared;
        this.log = log;
        this.http = ApacheHttpClient.builder()
                .maxConnections(Math.max(concurrency * 2, 50))
                .connectionTimeout(Duration.ofSeconds(10))
                .socketTimeout(ATTEMPT)
                .build();
    }

    /** Returns the client of a service in a region; its type is that of the service. */
    @SuppressWarnings("unchecked") // a key's client is made by the service that the key names
    <C extends SdkClient> C client(AwsService<C> service, String region) {
        return (C) clients.computeIfAbsent(
                new Key(service.prefix(), region),
                key -> service.build()
                        .build(
                                builder -> {
                                    builder.region(Region.of(region))
                                            .credentialsProvider(credentials)
                                            .overrideConfiguration(overrides(service.prefix()));
                                    endpoint.ifPresent(builder::endpointOverride);
                                    ((software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder<?, ?>) builder)
                                            .httpClient(http);
                                },
                                endpoint));
    }

    private ClientOverrideConfiguration overrides(String prefix) {
        AdaptiveRetryStrategy retries = DefaultRetryStrategy.adaptiveStrategyBuilder()
                .maxAttempts(attempts)
                .useClientDefaults(false) // which ask again after every 500, an emulator's "not implemented" included
                .retryOnException(Failures::isPassing)
                .treatAsThrottling(
                        failure -> failure instanceof AwsServiceException answer && answer.isThrottlingException())
                .build();
        return ClientOverrideConfiguration.builder()
                .retryStrategy(retries)
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                // A local endpoint answers under one name; "account-id.endpoint" does not resolve.
                .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, endpoint.isPresent())
                .addExecutionInterceptor(new ReadOnly(prefix, declared, log::answered))
                .build();
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        http.close();
    }
}
