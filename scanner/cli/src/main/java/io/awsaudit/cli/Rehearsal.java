package io.awsaudit.cli;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Does once what users do, on the demonstration's snapshot and on an account that refuses everything, so that the JVM can keep
 * the classes that it takes. The launcher runs it by itself in the background, for the JVM to write its archive; it touches
 * nothing but a folder of its own, and reaches nothing but itself.
 */
final class Rehearsal {
    private static final String IDENTITY =
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                    + "<GetCallerIdentityResult><Arn>arn:aws:iam::123456789012:user/rehearsal</Arn><UserId>rehearsal</UserId>"
                    + "<Account>123456789012</Account></GetCallerIdentityResult></GetCallerIdentityResponse>";

    private Rehearsal() {}

    /**
     * Rehearses.
     *
     * @param arguments the kind of commands: {@code scan} for those that collect, {@code judge} for those that judge or read
     *     what was judged, {@code list} for all others
     */
    public static void main(String... arguments) throws IOException {
        Signals.handle();
        Path folder = Files.createTempDirectory("aws-audit-rehearsal");
        try {
            switch (arguments[0]) {
                case "scan" -> scan(folder);
                case "judge" -> judge(folder);
                default -> {
                    run("checks", "list");
                    run("--help");
                    run("--version");
                }
            }
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static void judge(Path folder) throws IOException {
        Path snapshot = folder.resolve("account.snapshot");
        try (InputStream demo = Rehearsal.class.getResourceAsStream("demo.snapshot")) {
            Files.copy(Objects.requireNonNull(demo, "no demo.snapshot"), snapshot);
        }
        run(
                "evaluate",
                snapshot.toString(),
                "--output",
                folder.resolve("reports").toString());
    }

    private static void scan(Path folder) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean knows = request.contains("Action=GetCallerIdentity");
            byte[] answer =
                    (knows ? IDENTITY : "{\"__type\":\"AccessDeniedException\"}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("x-amzn-ErrorType", "AccessDeniedException");
            exchange.sendResponseHeaders(knows ? 200 : 403, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        try {
            System.setProperty("aws.accessKeyId", "rehearsal");
            System.setProperty("aws.secretAccessKey", "rehearsal");
            run(
                    "scan",
                    "--endpoint-url",
                    "http://127.0.0.1:" + server.getAddress().getPort(),
                    "--regions",
                    "us-east-1",
                    "--output",
                    folder.resolve("reports").toString());
        } finally {
            server.stop(0);
        }
    }

    private static void run(String... arguments) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        AwsAudit.run(nowhere, nowhere, arguments);
    }
}
