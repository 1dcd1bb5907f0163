package io.awsaudit.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ServiceRouterTest {
    private final Recorder localStack = new Recorder("LocalStack");
    private final Recorder moto = new Recorder("moto");
    private ServiceRouter router;

    @BeforeEach
    void start() {
        router = ServiceRouter.start(localStack::endpoint, moto::endpoint);
    }

    @AfterEach
    void stop() {
        router.close();
        localStack.server.stop(0);
        moto.server.stop(0);
    }

    @Test
    void localStackAnswersForS3AndMotoForEc2() throws Exception {
        assertThat(send("GET", "/", "s3")).isEqualTo("LocalStack");
        assertThat(send("POST", "/", "kms")).isEqualTo("LocalStack");
        assertThat(send("POST", "/", "ec2")).isEqualTo("moto");
        assertThat(moto.requests).containsExactly("POST / as test");
    }

    @Test
    void motoAnswersForS3ControlAndPolicyStatus() throws Exception {
        assertThat(send("GET", "/v20180820/configuration/publicAccessBlock", "s3"))
                .isEqualTo("moto");
        assertThat(send("GET", "/bucket?policyStatus", "s3")).isEqualTo("moto");
    }

    @Test
    void motoHearsOfBucketsButNotOfObjects() throws Exception {
        assertThat(send("PUT", "/bucket", "s3")).isEqualTo("LocalStack");
        assertThat(send("PUT", "/bucket?policy", "s3")).isEqualTo("LocalStack");
        assertThat(send("PUT", "/bucket/object", "s3")).isEqualTo("LocalStack");
        assertThat(send("GET", "/bucket?policy", "s3")).isEqualTo("LocalStack");
        assertThat(moto.requests).containsExactly("PUT /bucket as test", "PUT /bucket?policy as test");
    }

    @Test
    void localStackIsToldMotosAccount() throws Exception {
        send("GET", "/", "s3");
        assertThat(localStack.requests).containsExactly("GET / as 123456789012");
    }

    private String send(String method, String path, String service) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(router.endpoint().resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString("body"))
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/%s/aws4_request, Signature=0"
                                .formatted(service))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Answers everything with its name. */
    private static final class Recorder {
        private final List<String> requests = new CopyOnWriteArrayList<>();
        private final HttpServer server;

        Recorder(String name) {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            server.createContext("/", exchange -> {
                String key = exchange.getRequestHeaders()
                        .getFirst("Authorization")
                        .replaceFirst(".*Credential=([^/]*)/.*", "$1");
                requests.add("%s %s as %s".formatted(exchange.getRequestMethod(), exchange.getRequestURI(), key));
                byte[] answer = name.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
        }

        URI endpoint() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }
    }
}
