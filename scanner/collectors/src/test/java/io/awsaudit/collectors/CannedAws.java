package io.awsaudit.collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Sends AWS's documented responses over HTTP, so that they pass through the SDK's own unmarshaller: for what no emulator
 * can be brought to answer. It knows nothing of AWS; a test gives it each answer.
 */
public final class CannedAws implements AutoCloseable {
    /** An answer to requests that hold a text in their path, headers' target or body. */
    private record Canned(Predicate<String> request, int status, String type, String body) {}

    private final HttpServer server;
    private final List<Canned> answers = new ArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();

    static {
        // Else each answer waits for the acknowledgement of its own head.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public CannedAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::answer);
        server.start();
        xml("GetCallerIdentity", """
                <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
                <Arn>arn:aws:iam::111122223333:user/auditor</Arn><UserId>AIDA</UserId><Account>111122223333</Account>
                </GetCallerIdentityResult></GetCallerIdentityResponse>""");
        xml("DescribeRegions", """
                <DescribeRegionsResponse xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><regionInfo>
                <item><regionName>us-east-1</regionName><optInStatus>opt-in-not-required</optInStatus></item>
                </regionInfo></DescribeRegionsResponse>""");
    }

    /** Answers requests that contain a text, such as {@code Action=DescribeVolumes} or a path, with XML. Later answers go first. */
    public CannedAws xml(String request, String body) {
        return answer(request, 200, "text/xml", body);
    }

    /** Answers requests that contain a text, such as {@code DynamoDB_20120810.ListTables}, with JSON. */
    public CannedAws json(String request, String body) {
        return answer(request, 200, "application/x-amz-json-1.0", body);
    }

    /** Answers requests that contain a text with a status and body of any kind. */
    public CannedAws answer(String request, int status, String contentType, String body) {
        answers.add(0, new Canned(text -> text.contains(request), status, contentType, body));
        return this;
    }

    /** Answers the next request that contains a text, and no other, with a status and body of any kind. */
    public CannedAws once(String request, int status, String contentType, String body) {
        AtomicBoolean unused = new AtomicBoolean(true);
        answers.add(
                0, new Canned(text -> text.contains(request) && unused.getAndSet(false), status, contentType, body));
        return this;
    }

    /** {@return the requests so far, each as method, path with query, target header and body} */
    public List<String> requests() {
        return requests;
    }

    /** {@return where it answers} */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Collects what a collector that yields these types makes of the answers, in the region us-east-1. */
    @SafeVarargs
    public final Inventory collect(Class<? extends Resource>... types) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        Connection connection = Connection.open(
                new ConnectionSettings(
                        Optional.empty(),
                        Optional.of(endpoint()),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        8),
                java.util.Set.of("us-east-1"));
        return AccountCollection.collect(
                connection, CollectionPlan.of(List.of(types)), Instant.parse("2026-01-01T00:00:00Z"), Progress.SILENT);
    }

    private void answer(HttpExchange exchange) throws IOException {
        @Nullable String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI() + " " + (target == null ? "" : target)
                        + " " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(request);
        Canned canned = answers.stream()
                .filter(answer -> answer.request().test(request))
                .findFirst()
                .orElse(new Canned(any -> true, 501, "text/html", "the test gave no answer to " + request));
        byte[] body = canned.body().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", canned.type());
        exchange.sendResponseHeaders(canned.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
