package io.awsaudit.benchmarks;

import io.awsaudit.localstack.proxy.Call;
import io.awsaudit.localstack.proxy.Operations;
import io.awsaudit.localstack.proxy.Protocol;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The answers of an emulator by what was asked: method, path, body, operation, and the service and region that a request was
 * signed for. Credentials, times and ids of the request itself do not tell two requests apart.
 */
final class Recording {
    private static final int FORMAT = 1;
    private static final int NOT_FOUND = 404;
    private static final Pattern SCOPE = Pattern.compile("Credential=[^/,\\s]+/\\d{8}/([^/]+/[^/]+)/aws4_request");
    private static final Set<String> HOP_BY_HOP = // of one of the two connections, and not of the message
            Set.of("connection", "content-length", "date", "expect", "host", "transfer-encoding", "upgrade");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** An answer of the emulator's, and what was asked. */
    record Answer(Call call, int status, Map<String, List<String>> headers, byte[] body) {}

    private final Operations operations = new Operations();
    private final Map<String, CompletableFuture<Answer>> answers = new ConcurrentHashMap<>();
    private final Queue<String> missed = new ConcurrentLinkedQueue<>();
    private final Optional<URI> emulator;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param emulator asked for what is not yet recorded; without one, that has no answer */
    Recording(Optional<URI> emulator) {
        this.emulator = emulator;
    }

    /** Returns what two requests have in common that ask the same. */
    static String key(String method, String target, Map<String, List<String>> headers, String body) {
        Matcher scope = SCOPE.matcher(String.join("", headers.getOrDefault("authorization", List.of())));
        return String.join(
                "\n",
                method,
                target,
                scope.find() ? scope.group(1) : "",
                String.join("", headers.getOrDefault("x-amz-target", List.of())),
                body);
    }

    /** Returns the answer, at once if it is recorded. */
    CompletableFuture<Answer> answer(String method, String target, Map<String, List<String>> headers, String body) {
        String key = key(method, target, headers, body);
        CompletableFuture<Answer> known = answers.get(key);
        if (known != null) {
            return known;
        }
        if (emulator.isPresent()) {
            return answers.computeIfAbsent(key, fresh -> ask(emulator.get(), method, target, headers, body));
        }
        missed.add(key);
        // Elsewhere: it takes long to name the first call of a service, and other answers are not to wait for that.
        return answers.computeIfAbsent(
                key,
                fresh -> CompletableFuture.supplyAsync(() -> new Answer(
                        operations.name(method, target, headers, body),
                        NOT_FOUND,
                        Map.of("Content-Type", List.of("text/html")),
                        "<!doctype html><title>404 Not Found</title>".getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * {@return what was asked for, and is not recorded: the program gives up on what failed often, and so asks for some of
     * that in one run and for some in another. It is answered as the emulator answers for what it does not know.}
     */
    List<String> missed() {
        return List.copyOf(missed);
    }

    private CompletableFuture<Answer> ask(
            URI endpoint, String method, String target, Map<String, List<String>> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(endpoint.resolve(target))
                .timeout(LIMIT)
                .method(
                        method,
                        body.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        headers.forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .thenApply(response -> new Answer(
                        operations.name(method, target, headers, body),
                        response.statusCode(),
                        headers(response),
                        response.body()));
    }

    private static Map<String, List<String>> headers(HttpResponse<byte[]> response) {
        Map<String, List<String>> headers = new TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!HOP_BY_HOP.contains(name.toLowerCase(Locale.ROOT))) {
                headers.put(name, values);
            }
        });
        return headers;
    }

    /** {@return how many different requests have an answer} */
    int size() {
        return answers.size();
    }

    /** Writes the file anew, whole or not at all. */
    void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(draft))))) {
            out.writeInt(FORMAT);
            for (Map.Entry<String, CompletableFuture<Answer>> entry : new TreeMap<>(answers).entrySet()) {
                Answer answer = entry.getValue().join();
                out.writeBoolean(true);
                text(out, entry.getKey());
                Call call = answer.call();
                for (String part : List.of(
                        call.operation(),
                        call.region(),
                        call.sdkPackage(),
                        call.sdkName(),
                        call.protocol().name(),
                        call.method(),
                        call.target(),
                        call.body())) {
                    text(out, part);
                }
                out.writeInt(answer.status());
                out.writeInt(answer.headers().size());
                for (Map.Entry<String, List<String>> header : answer.headers().entrySet()) {
                    text(out, header.getKey());
                    text(out, String.join("\n", header.getValue()));
                }
                out.writeInt(answer.body().length);
                out.write(answer.body());
            }
            out.writeBoolean(false);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Reads a file, to answer from it alone. */
    static Recording read(Path file) throws IOException {
        Recording recording = new Recording(Optional.empty());
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file))))) {
            if (in.readInt() != FORMAT) {
                throw new IOException(file + " was recorded by another version; remove it");
            }
            while (in.readBoolean()) {
                String key = text(in);
                List<String> parts = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    parts.add(text(in));
                }
                Call call = new Call(
                        parts.get(0),
                        parts.get(1),
                        parts.get(2),
                        parts.get(3),
                        Protocol.valueOf(parts.get(4)),
                        parts.get(5),
                        parts.get(6),
                        Map.of(),
                        parts.get(7));
                int status = in.readInt();
                Map<String, List<String>> headers = new TreeMap<>();
                for (int i = in.readInt(); i > 0; i--) {
                    headers.put(text(in), List.of(text(in).split("\n")));
                }
                byte[] body = in.readNBytes(in.readInt());
                recording.answers.put(key, CompletableFuture.completedFuture(new Answer(call, status, headers, body)));
            }
        }
        return recording;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
