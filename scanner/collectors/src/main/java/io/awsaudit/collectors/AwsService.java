package io.awsaudit.collectors;

import java.net.URI;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.SdkClient;

/**
 * A service of AWS and how its client is built. Each service's package has one, as a constant.
 *
 * @param <C> the client
 */
public final class AwsService<C extends SdkClient> {
    /** Builds a client whose region, credentials and HTTP client {@link Clients} has set. */
    interface Build<C> {
        C build(java.util.function.Consumer<AwsClientBuilder<?, ?>> settings, java.util.Optional<URI> endpoint);
    }

    private final String prefix;
    private final Build<C> build;

    private AwsService(String prefix, Build<C> build) {
        this.prefix = prefix;
        this.build = build;
    }

    /**
     * Returns a service that needs nothing special.
     *
     * @param prefix what its operations' ids start with
     */
    public static <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> AwsService<C> of(
            String prefix, Supplier<B> builder) {
        return of(prefix, builder, (unused, endpoint) -> {});
    }

    /**
     * Returns a service whose client needs special settings where AWS is stood in for by a local endpoint.
     *
     * @param atEndpoint called only when there is such an endpoint
     */
    public static <C extends SdkClient, B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>> AwsService<C> of(
            String prefix, Supplier<B> builder, BiConsumer<B, URI> atEndpoint) {
        return new AwsService<>(prefix, (settings, endpoint) -> {
            B fresh = builder.get();
            settings.accept(fresh);
            endpoint.ifPresent(uri -> atEndpoint.accept(fresh, uri));
            return fresh.build();
        });
    }

    /** {@return what the ids of its operations start with} */
    public String prefix() {
        return prefix;
    }

    Build<C> build() {
        return build;
    }
}
