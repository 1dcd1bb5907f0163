package io.awsaudit.collectors;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileFileSupplier;
import software.amazon.awssdk.regions.Region;

/**
 * Makes the clients, one a service and region, on one HTTP client with one pool of connections, one clock for the time limits
 * of calls, and one reading of the profiles: there are a thousand of them in a scan of all regions.
 *
 * <p>Each client has a {@link Patience} of its own, and what answers no more is noted for all of them in a {@link Health}.
 */
final class Clients implements AutoCloseable {
    /** For a person who waits for the connection, and learns soon that nothing answers. */
    static final Patience.Limits TO_OPEN = new Patience.Limits(Duration.ofSeconds(6), Duration.ofSeconds(15));

    /** For a scan, which rather waits than loses something. */
    static final Patience.Limits TO_SCAN = new Patience.Limits(Duration.ofSeconds(30), Duration.ofSeconds(60));

    /** What the SDK itself would open. */
    private static final int FEWEST_CONNECTIONS = 50;

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
    private final ProfileFileSupplier profiles = ProfileFileSupplier.fixedProfileFile(ProfileFile.defaultProfileFile());
    private final ScheduledExecutorService clock = clock();
    private final Map<Key, Once<SdkClient>> clients = new ConcurrentHashMap<>();

    /**
     * @param http closed with these clients
     * @param declared ids of the operations that may be called
     */
    Clients(
            AwsCredentialsProvider credentials,
            Optional<URI> endpoint,
            SdkHttpClient http,
            Patience.Limits limits,
            Set<String> declared,
            CallLog log) {
        this.limits = limits;
        this.http = http;
        this.credentials = credentials;
        this.endpoint = endpoint;
        this.declared = declared;
        this.log = log;
    }

    /** Returns an HTTP client with a connection for each of so many calls under way. */
    static SdkHttpClient http(int concurrency) {
        return ApacheHttpClient.builder()
                .maxConnections(Math.max(concurrency, FEWEST_CONNECTIONS))
                .connectionTimeout(Duration.ofSeconds(10))
                .socketTimeout(ATTEMPT)
                .build();
    }

    /** Left to itself, each client would have up to five threads for this. */
    private static ScheduledExecutorService clock() {
        ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, work -> {
            Thread thread = new Thread(work, "time limits");
            thread.setDaemon(true);
            return thread;
        });
        clock.setRemoveOnCancelPolicy(true); // nearly all calls end long before
        return clock;
    }

    /** Returns the client of a service in a region; its type is that of the service. */
    @SuppressWarnings("unchecked") // a key's client is made by the service that the key names
    <C extends SdkClient> C client(AwsService<C> service, String region) {
        return (C) clients.computeIfAbsent(
                        new Key(service.prefix(), region), key -> new Once<>(() -> build(service, region)))
                .get();
    }

    private SdkClient build(AwsService<?> service, String region) {
        return service.build()
                .build(
                        builder -> {
                            builder.region(Region.of(region))
                                    .credentialsProvider(credentials)
                                    .overrideConfiguration(overrides(service.prefix(), region));
                            endpoint.ifPresent(builder::endpointOverride);
                            ((software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder<?, ?>) builder)
                                    .httpClient(http);
                        },
                        endpoint);
    }

    private ClientOverrideConfiguration overrides(String prefix, String region) {
        return ClientOverrideConfiguration.builder()
                .retryStrategy(new Patience(prefix, region, health, limits))
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(CALL)
                .scheduledExecutorService(clock)
                .defaultProfileFileSupplier(profiles)
                // A local endpoint answers under one name; "account-id.endpoint" does not resolve.
                .putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, endpoint.isPresent())
                .addExecutionInterceptor(new ReadOnly(prefix, declared, log::answered))
                .addExecutionInterceptor(health.watch(prefix, region))
                .addExecutionInterceptor(new Guard())
                .build();
    }

    /** Closes all but the HTTP client, which others go on with. */
    void release() {
        clients.values().forEach(client -> {
            try {
                client.get().close();
            } catch (RuntimeException e) {
                // it could not be built
            }
        });
        clock.shutdownNow();
    }

    @Override
    public void close() {
        release();
        http.close();
    }
}
