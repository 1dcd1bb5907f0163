package io.awsaudit.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.builder.SdkSyncClientBuilder;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3BaseClientBuilder;
import software.amazon.awssdk.services.s3control.S3ControlBaseClientBuilder;

/**
 * An emulator of AWS that answers, and that is stopped by {@link #close()} if {@link #start()} started it.
 *
 * <pre>{@code
 * try (AwsEmulator emulator = AwsEmulator.start()) {
 *     SeededAccount.INSECURE.seed(emulator);
 *     List<Bucket> buckets = emulator.client(S3Client.builder(), Region.US_EAST_1).listBuckets().buckets();
 * }
 * }</pre>
 */
public final class AwsEmulator implements AutoCloseable {
    /** The environment variable that names an emulator which is there already. */
    public static final String ENDPOINT_VARIABLE = "AWS_AUDIT_ENDPOINT_URL";

    private static final String ADVICE = "\nInstall Python 3.10 or later or start Docker, or set " + ENDPOINT_VARIABLE
            + " to an emulator that runs already.";
    private static final AwsBasicCredentials CREDENTIALS = AwsBasicCredentials.create("test", "test");

    private final RunningEmulator running;
    private final SdkHttpClient http = ApacheHttpClient.create();
    private final Map<ClientKey, SdkClient> clients = new ConcurrentHashMap<>();

    private record ClientKey(Class<?> builder, Region region) {}

    private AwsEmulator(RunningEmulator running) {
        this.running = running;
    }

    /**
     * Takes the first of these that works, and returns when it answers: the emulator that {@value #ENDPOINT_VARIABLE}
     * names; LocalStack with moto in containers; moto as it is installed; moto in a virtual environment, made when it is
     * missing.
     *
     * @throws NoEmulatorException if none works, with the reason of each
     */
    public static AwsEmulator start() {
        Path directory = WorkDirectory.path();
        return start(List.of(
                new ConfiguredEndpoint(System.getenv()),
                new LocalStackContainers(),
                new MotoOnPath(System.getenv().getOrDefault("PATH", ""), directory),
                new MotoVirtualEnvironment(directory)));
    }

    static AwsEmulator start(List<EmulatorSource> sources) {
        StringJoiner reasons = new StringJoiner("\n  - ", "No emulator of AWS could be had:\n  - ", ADVICE);
        for (EmulatorSource source : sources) {
            try {
                return new AwsEmulator(source.start());
            } catch (EmulatorUnavailableException e) {
                reasons.add(
                        source.name() + ": " + String.valueOf(e.getMessage()).replace("\n", "\n    "));
            }
        }
        throw new NoEmulatorException(reasons.toString());
    }

    /** {@return the one address at which every service answers, for every region} */
    public URI endpoint() {
        return running.endpoint();
    }

    /** {@return which emulator this is, where, and where its log is} */
    public String description() {
        return running.description();
    }

    /** {@return credentials that the emulator accepts; they stand for its default account} */
    public AwsCredentialsProvider credentials() {
        return StaticCredentialsProvider.create(CREDENTIALS);
    }

    /** {@return the variables under which a process that uses the AWS SDK or CLI talks to this emulator} */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint().toString(),
                "AWS_ACCESS_KEY_ID", CREDENTIALS.accessKeyId(),
                "AWS_SECRET_ACCESS_KEY", CREDENTIALS.secretAccessKey(),
                "AWS_REGION", Region.US_EAST_1.id());
    }

    /**
     * Returns a client that talks to this emulator.
     *
     * @param builder of the client, as {@code Ec2Client.builder()} gives it; settings of its own are kept only the first
     *     time that a client of its kind is asked for in the region
     * @return the same client for the same kind and region, until {@link #close()} closes it
     */
    public <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient> C client(
            B builder, Region region) {
        @SuppressWarnings("unchecked") // the builder's class determines the client's
        C client =
                (C) clients.computeIfAbsent(new ClientKey(builder.getClass(), region), key -> build(builder, region));
        return client;
    }

    private <B extends AwsClientBuilder<B, C> & SdkSyncClientBuilder<B, C>, C extends SdkClient> C build(
            B builder, Region region) {
        if (builder instanceof S3BaseClientBuilder<?, ?> s3) {
            s3.forcePathStyle(true);
        }
        if (builder instanceof S3ControlBaseClientBuilder<?, ?> s3Control) {
            // By itself it puts the account's id before the host, which an IP address does not allow.
            Endpoint endpoint = Endpoint.builder().url(endpoint()).build();
            s3Control.endpointProvider(parameters -> CompletableFuture.completedFuture(endpoint));
        }
        return builder.endpointOverride(endpoint())
                .region(region)
                .credentialsProvider(credentials())
                .httpClient(http)
                .build();
    }

    /** Empties every account; the next resources get the same ids as the first ones did, where the emulator can. */
    public void reset() {
        running.reset();
    }

    @Override
    public void close() {
        clients.values().forEach(SdkClient::close);
        http.close();
        running.close();
    }
}
