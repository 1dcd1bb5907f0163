package io.awsaudit.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The emulators that the harness knows, by the requests that are their own and not AWS's. */
enum EmulatorKind {
    /** After a reset its random numbers start at a seed, which makes most ids the same again, but not all. */
    MOTO("moto", "/moto-api/", List.of("/moto-api/reset", "/moto-api/seed?a=1")),
    /** Its community edition answers, but lacks the reset. */
    LOCALSTACK("LocalStack", "/_localstack/health", List.of("/_localstack/state/reset"));

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final String title;
    private final String statusPath;
    private final List<String> resetPaths;

    EmulatorKind(String title, String statusPath, List<String> resetPaths) {
        this.title = title;
        this.statusPath = statusPath;
        this.resetPaths = resetPaths;
    }

    /** {@return the kind of emulator that answers there; empty when it is none, AWS itself for one} */
    static Optional<EmulatorKind> at(URI endpoint) {
        return Arrays.stream(values()).filter(kind -> kind.answersAt(endpoint)).findFirst();
    }

    String title() {
        return title;
    }

    String statusPath() {
        return statusPath;
    }

    boolean answersAt(URI endpoint) {
        try {
            return send(HttpRequest.newBuilder(endpoint.resolve(statusPath)).GET()) == 200;
        } catch (IOException e) {
            return false; // nobody listens yet, or whoever does speaks no HTTP
        }
    }

    void reset(URI endpoint) {
        try {
            for (String path : resetPaths) {
                int status =
                        send(HttpRequest.newBuilder(endpoint.resolve(path)).POST(HttpRequest.BodyPublishers.noBody()));
                if (status != 200) {
                    throw new IllegalStateException(title + " answered POST " + path + " with " + status);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(title + " at " + endpoint + " could not be reset", e);
        }
    }

    private static int send(HttpRequest.Builder request) throws IOException {
        try {
            return HttpClient.newHttpClient()
                    .send(request.timeout(LIMIT).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
