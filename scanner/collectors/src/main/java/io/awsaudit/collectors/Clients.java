package io.awsaudit.collectors;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;

/**
 * Makes the clients, one a service and region, on one HTTP client with one pool of connections.
 *
 * <p>Each client has a {@link Patience} of its own, and what answers no more is noted for all of them in a {@link Health}.
 */
final class Clients implements AutoCloseable {
    /** For a person who waits for the connection, and learns soon that nothing answers. */
    static final Patience.Limits TO_OPEN = new Patience.Limits(Duration.ofSeconds(6), Duration.ofSeconds(15));

    /** For a scan, which rather waits than loses something. */
    static final Patience.Limits TO_SCAN = new Patience.Limits(Duration.ofSeconds(30), Duration.ofSeconds(60));

    private static final Duration ATTEMPT = Duration.ofSeconds(20);
    /** Beyond all that {@link Patience} grants. */
    private static final Duration CALL = Duration.ofSeconds(120);

    private record Key(String prefix, String region) {}

    private final AwsCredentialsProvider credentials;
    private final Optional<URI> endpoint;
    private final Set<String> declared;
    private final CallLog log;
    private final Patience.Limits limits;
    private final Health health = new Health();
    private final SdkHttpClient http;
    private final Map<Key, SdkClient> clients = new ConcurrentHashMap<>();

    Clients(
            AwsCredentialsProvider credentials,
            Optional<URI> endpoint,
            int concurrency,
            Patience.Limits limits,
            Set<String> declared,
            CallLog log) {
        this.limits = limits;
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
                                            .overrideConfiguration(overrides(service.prefix(), region));
                                    endpoint.ifPresent(builder::endpointOverride);
                                    ((software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder<?, ?>) builder)
                                            .httpClient(http);
                                },
                                endpoint));
    }

    private ClientOverrideConfiguration overrides(String prefix, String region) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(new Patience(prefix, region, health, limits))
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                // A local endpoint answers under one name; "account-id.endpoint" does not resolve.
                .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, endpoint.isPresent())
                .addExecutionInterceptor(new ReadOnly(prefix, declared, log::answered))
                .addExecutionInterceptor(health.watch(prefix, region))
                .addExecutionInterceptor(new Guard())
                .build();
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        http.close();
    }
}
