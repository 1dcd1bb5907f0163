package io.awsaudit.localstack.proxy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What stands behind the proxy, asked once or each time. */
final class Upstream {
    private static final Set<String> HOP_BY_HOP = // of one of the two connections, and not of the message
            Set.of("connection", "content-length", "date", "expect", "host", "transfer-encoding", "upgrade");
    private static final Pattern READS = Pattern.compile("(Get|List|Describe|BatchGet|Lookup|Search|Head)\\p{Upper}.*");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final String endpoint;
    private final boolean remembering;
    private final Map<String, Map<String, CompletableFuture<Answer>>> remembered = new ConcurrentHashMap<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Upstream(URI endpoint, boolean remembering) {
        this.endpoint = endpoint.toString().replaceFirst("/$", "");
        this.remembering = remembering;
    }

    /**
     * Returns the answer to a call; when remembering, that which was given the first time. A call that may change something
     * is always made, and has all forgotten that its service answered before.
     */
    Answer ask(Call call) {
        if (!remembering) {
            return send(call).join();
        }
        if (!READS.matcher(call.name()).matches()) {
            Answer answer = send(call).join();
            remembered.remove(call.service());
            return answer;
        }
        return remembered
                .computeIfAbsent(call.service(), service -> new ConcurrentHashMap<>())
                .computeIfAbsent(call.identity(), identity -> send(call))
                .join();
    }

    private CompletableFuture<Answer> send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint + call.target()))
                .timeout(LIMIT)
                .method(
                        call.method(),
                        call.body().isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(call.body()));
        call.headers().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(Upstream::answer);
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values);
            }
        });
        return Answer.of(response.statusCode(), headers, response.body());
    }
}
