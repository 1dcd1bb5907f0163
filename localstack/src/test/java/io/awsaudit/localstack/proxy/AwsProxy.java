package io.awsaudit.localstack.proxy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import io.awsaudit.localstack.AwsEmulator;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * Stands between an SDK and an emulator: names every call, keeps a log of them, and answers some with faults.
 *
 * <pre>{@code
 * try (AwsProxy proxy = AwsProxy.remembering(Emulators.with(SeededAccount.DEMO))) {
 *     proxy.inject(FaultPolicy.of("s3:GetBucketPolicy", Denial.SERVICE_CONTROL_POLICY));
 *     // proxy.endpoint() for a client, proxy.environment() for a process
 *     proxy.calls();
 * }
 * }</pre>
 */
public final class AwsProxy implements AutoCloseable {
    private static final int THREADS = 200;
    private static final Duration FOR_EVER = Duration.ofHours(1);
    private static final int DRIPS = 8;
    private static final Duration DRIPPING = Duration.ofMillis(500);

    /**
     * A call that was made.
     *
     * @param status that the caller got; 0 where it got none
     * @param fault what went wrong with it
     */
    public record Made(Call call, int status, Optional<Fault> fault) {}

    private final AwsEmulator emulator;
    private final Operations operations;
    private final Upstream upstream;
    private final WireMockServer server;
    private final Queue<Made> calls = new ConcurrentLinkedQueue<>();
    private final Queue<String> unnamed = new ConcurrentLinkedQueue<>();
    private volatile FaultPolicy policy = FaultPolicy.NONE;

    private AwsProxy(AwsEmulator emulator, Operations operations, Upstream upstream) {
        this.emulator = emulator;
        this.operations = operations;
        this.upstream = upstream;
        this.server = new WireMockServer(WireMockConfiguration.options()
                .bindAddress("127.0.0.1")
                .dynamicPort()
                .http2PlainDisabled(true)
                .containerThreads(THREADS)
                .asynchronousResponseEnabled(true) // so that an answer which never comes holds no thread
                .asynchronousResponseThreads(THREADS) // but one that stops midway does
                .jettyHeaderRequestSize(64 * 1024)
                .jettyStopTimeout(0L)
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .gzipDisabled(true)
                .extensions(new Answering()));
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        server.start();
    }

    /** Starts a proxy that asks the emulator for each call. */
    public static AwsProxy of(AwsEmulator emulator) {
        return new AwsProxy(emulator, new Operations(), new Upstream(emulator.endpoint(), false));
    }

    /**
     * Starts a proxy that asks the emulator for equal calls once, so that a scan after the first costs little: for an account
     * that nobody changes.
     */
    public static AwsProxy remembering(AwsEmulator emulator) {
        return new AwsProxy(emulator, new Operations(), new Upstream(emulator.endpoint(), true));
    }

    /** Starts another proxy to the same emulator, with the same memory, and with faults and a log of its own. */
    public AwsProxy another() {
        return new AwsProxy(emulator, operations, upstream);
    }

    /** {@return the address that stands in for AWS} */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.port());
    }

    /** {@return the variables under which a process that uses the AWS SDK or CLI talks to the emulator through this} */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(emulator.environment());
        environment.put("AWS_ENDPOINT_URL", endpoint().toString());
        return environment;
    }

    /** Has other calls go wrong from now on. */
    public void inject(FaultPolicy other) {
        policy = other;
    }

    /** {@return all calls since the log was cleared, in the order of their answers} */
    public List<Made> calls() {
        if (!unnamed.isEmpty()) {
            throw new IllegalStateException("Requests that no operation of the SDK looks like: " + unnamed);
        }
        return List.copyOf(calls);
    }

    /** {@return the ids of the operations that were called since the log was cleared, sorted} */
    public Set<String> operationsCalled() {
        return calls().stream().map(made -> made.call().operation()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Clears the log. */
    public void forgetCalls() {
        calls.clear();
        unnamed.clear();
    }

    @Override
    public void close() {
        server.stop();
    }

    private Answer answer(Request request) {
        Call call;
        try {
            call = operations.name(
                    request.getMethod().getName(), request.getUrl(), headers(request), request.getBodyAsString());
        } catch (IllegalArgumentException e) {
            unnamed.add(String.valueOf(e.getMessage()));
            return Answer.of(421, "text/plain", String.valueOf(e.getMessage()));
        }
        Optional<Fault> fault = policy.on(call);
        Answer answer = fault.isPresent() ? fault.get().answer(call, upstream::ask) : upstream.ask(call);
        calls.add(new Made(call, answer.status(), fault));
        return answer;
    }

    private static Map<String, List<String>> headers(Request request) {
        return request.getHeaders().all().stream()
                .collect(Collectors.toMap(
                        header -> header.key().toLowerCase(Locale.ROOT), header -> List.copyOf(header.values())));
    }

    private static ResponseDefinition written(Answer answer) {
        ResponseDefinitionBuilder written =
                aResponse().withStatus(answer.status()).withBody(answer.body());
        answer.headers().forEach((name, values) -> written.withHeader(name, values.toArray(String[]::new)));
        return switch (answer.delivery()) {
            case WHOLE ->
                written.withHeader("Content-Length", String.valueOf(answer.body().length))
                        .build();
            case DRIPPING ->
                written.withChunkedDribbleDelay(DRIPS, (int) DRIPPING.toMillis())
                        .build();
            case STALLED_MIDWAY ->
                written.withChunkedDribbleDelay(2, (int) FOR_EVER.toMillis()).build();
            case SHORT ->
                written.withHeader("Content-Length", String.valueOf(answer.body().length))
                        .withBody(Arrays.copyOf(answer.body(), answer.body().length / 2))
                        .build();
            case STALLED ->
                aResponse().withFixedDelay((int) FOR_EVER.toMillis()).build();
            case CLOSED ->
                aResponse()
                        .withFault(com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE)
                        .build();
            case RESET ->
                aResponse()
                        .withFault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER)
                        .build();
        };
    }

    /** What the HTTP server asks for each request. */
    private final class Answering implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return written(answer(event.getRequest()));
        }

        @Override
        public String getName() {
            return "answering";
        }
    }
}
