package io.awsaudit.collectors;

import java.time.Duration;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.AcquireInitialTokenRequest;
import software.amazon.awssdk.retries.api.AcquireInitialTokenResponse;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RecordSuccessRequest;
import software.amazon.awssdk.retries.api.RecordSuccessResponse;
import software.amazon.awssdk.retries.api.RefreshRetryTokenRequest;
import software.amazon.awssdk.retries.api.RefreshRetryTokenResponse;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.retries.api.RetryToken;
import software.amazon.awssdk.retries.api.TokenAcquisitionFailedException;

/**
 * When one service in one region is asked again: after what may pass, with pauses that grow, for as long as a time limit
 * lets it and not up to a number of attempts.
 *
 * <p>The SDK's own strategies are not used as they are. Their bucket of retries runs dry where AWS throttles a third of the
 * calls for a while, which would leave holes in a scan; and the adaptive one then falls to a call every two seconds.
 */
final class Patience implements RetryStrategy {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Names of services that a region does not have stay unknown. */
    private static final Duration UNKNOWN_HOST = Duration.ofSeconds(1);

    private record Token(RetryToken inner, long began) implements RetryToken {}

    private final RetryStrategy backoff = DefaultRetryStrategy.standardStrategyBuilder()
            .maxAttempts(Integer.MAX_VALUE)
            .circuitBreakerEnabled(false)
            .useClientDefaults(false) // which ask again after every 500, an emulator's "not implemented" included
            .retryOnException(Failures::isPassing)
            .treatAsThrottling(Failures::isThrottling)
            .backoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
            .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(FIRST_PAUSE, LONGEST_PAUSE))
            .build();
    private final Pace pace = new Pace();
    private final String service;
    private final String region;
    private final Health health;
    private final Limits limits;

    /**
     * How long a call is tried.
     *
     * @param failing how long after other failures
     * @param throttled how long while AWS throttles, which is an answer, and passes
     */
    record Limits(Duration failing, Duration throttled) {}

    Patience(String service, String region, Health health, Limits limits) {
        this.service = service;
        this.region = region;
        this.health = health;
        this.limits = limits;
    }

    @Override
    public AcquireInitialTokenResponse acquireInitialToken(AcquireInitialTokenRequest request) {
        Duration wait = pace.reserve();
        RetryToken token = backoff.acquireInitialToken(request).token();
        return AcquireInitialTokenResponse.create(new Token(token, System.nanoTime() + wait.toNanos()), wait);
    }

    @Override
    public RefreshRetryTokenResponse refreshRetryToken(RefreshRetryTokenRequest request) {
        Token token = (Token) request.token();
        boolean throttling = Failures.isThrottling(request.failure());
        if (throttling) {
            pace.throttled();
        }
        Duration limit = limit(request.failure(), throttling);
        RefreshRetryTokenResponse next = backoff.refreshRetryToken(
                request.toBuilder().token(token.inner()).build());
        Duration wait = max(next.delay(), pace.reserve());
        long elapsed = System.nanoTime() - token.began();
        if (elapsed + wait.toNanos() > limit.toNanos() || health.isHopeless(service, region)) {
            throw new TokenAcquisitionFailedException("No patience left", token, request.failure());
        }
        return RefreshRetryTokenResponse.create(new Token(next.token(), token.began()), wait);
    }

    private Duration limit(Throwable failure, boolean throttling) {
        if (throttling) {
            return limits.throttled();
        }
        return Failures.isUnknownHost(failure) ? UNKNOWN_HOST : limits.failing();
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @Override
    public RecordSuccessResponse recordSuccess(RecordSuccessRequest request) {
        pace.answered();
        Token token = (Token) request.token();
        return RecordSuccessResponse.create(backoff.recordSuccess(RecordSuccessRequest.create(token.inner()))
                .token());
    }

    @Override
    public int maxAttempts() {
        return backoff.maxAttempts();
    }

    @Override
    public boolean useClientDefaults() {
        return false;
    }

    @Override
    public Builder<?, ?> toBuilder() {
        throw new UnsupportedOperationException("It belongs to one client, and is not changed");
    }
}
