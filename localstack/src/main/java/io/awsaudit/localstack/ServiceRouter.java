package io.awsaudit.localstack;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One address for LocalStack and moto: each request goes to the one that answers for the service that it was signed for.
 *
 * <p>Two things cross the border. A change to a bucket's configuration goes to moto as well, whose CloudTrail and flow
 * logs look for the bucket there; only LocalStack's answer counts. And LocalStack, which takes the access key for the
 * account, is told moto's account, so that both name the same one.
 */
final class ServiceRouter implements AutoCloseable {
    static final List<String> LOCALSTACK_SERVICES = List.of("s3", "kms");

    private static final String MOTO_ACCOUNT = "123456789012";
    private static final Pattern SCOPE =
            Pattern.compile("(Credential=)[^/,\\s]+(/\\d{8}/[^/]+/)([^/]+)(/aws4_request)");
    private static final String S3_CONTROL_PATH = "/v20180820/";
    private static final Set<String> HOP_BY_HOP = // of the client's connection or ours, and not of the message
            Set.of("connection", "content-length", "date", "expect", "host", "transfer-encoding", "upgrade");
    private static final int THREADS = 32;
    private static final Duration LIMIT = Duration.ofSeconds(60);

    static {
        // The JDK's server sends headers and body apart; without this the body waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final Supplier<URI> localStack;
    private final Supplier<URI> moto;
    private final HttpServer server;
    private final ExecutorService threads;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ServiceRouter(Supplier<URI> localStack, Supplier<URI> moto, HttpServer server, ExecutorService threads) {
        this.localStack = localStack;
        this.moto = moto;
        this.server = server;
        this.threads = threads;
    }

    /**
     * Starts to listen on a port of the kernel's choice.
     *
     * @param localStack where LocalStack is, asked for each request since a restarted container has another port
     * @param moto where moto is, likewise
     */
    static ServiceRouter start(Supplier<URI> localStack, Supplier<URI> moto) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ExecutorService threads = Executors.newFixedThreadPool(THREADS);
            ServiceRouter router = new ServiceRouter(localStack, moto, server, threads);
            server.createContext("/", router::answer);
            server.setExecutor(threads);
            server.start();
            return router;
        } catch (IOException e) {
            throw new UncheckedIOException("no port to listen on", e);
        }
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!isForLocalStack(exchange)) {
                reply(exchange, forward(exchange, moto.get(), UnaryOperator.identity(), body));
                return;
            }
            if (configuresBucket(exchange)) {
                forward(exchange, moto.get(), UnaryOperator.identity(), body);
            }
            reply(exchange, forward(exchange, localStack.get(), ServiceRouter::inMotoAccount, body));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the router is closing
        }
    }

    private static boolean isForLocalStack(HttpExchange exchange) {
        Matcher scope = SCOPE.matcher(authorization(exchange.getRequestHeaders()));
        return scope.find()
                && LOCALSTACK_SERVICES.contains(scope.group(3))
                && !lackedByLocalStack(exchange.getRequestURI());
    }

    /** S3 Control, which is signed for S3 too, and GetBucketPolicyStatus. */
    private static boolean lackedByLocalStack(URI request) {
        return request.getPath().startsWith(S3_CONTROL_PATH) || "policyStatus".equals(request.getQuery());
    }

    private static boolean configuresBucket(HttpExchange exchange) {
        boolean writes = !Set.of("GET", "HEAD").contains(exchange.getRequestMethod());
        return writes && exchange.getRequestURI().getPath().matches("/[^/]+/?");
    }

    private HttpResponse<byte[]> forward(HttpExchange exchange, URI target, UnaryOperator<String> changed, byte[] body)
            throws IOException, InterruptedException {
        String address = target.toString().replaceFirst("/$", "") + exchange.getRequestURI();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .timeout(LIMIT)
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (isPassedOn(name)) {
                values.forEach(value -> request.header(name, changed.apply(value)));
            }
        });
        return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static boolean isPassedOn(String header) {
        return !HOP_BY_HOP.contains(header.toLowerCase(Locale.ROOT));
    }

    private static String inMotoAccount(String headerValue) {
        return SCOPE.matcher(headerValue).replaceFirst("$1" + MOTO_ACCOUNT + "$2$3$4");
    }

    private static void reply(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (isPassedOn(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = answer.body();
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String authorization(Headers headers) {
        String value = headers.getFirst("Authorization");
        return value == null ? "" : value;
    }
}
