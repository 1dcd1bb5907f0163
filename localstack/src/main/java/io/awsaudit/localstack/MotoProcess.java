package io.awsaudit.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * moto's server as a child process.
 *
 * <p>It listens on a port of the kernel's choice, and lives as long as this process holds its standard input: even when
 * the JVM is killed, no server stays behind. Its random numbers start at a seed, so that the same calls in the same order
 * make the same ids. moto's own reset would not give that (it makes default VPCs anew for whichever regions were asked
 * about before) and takes as long as a start, so a reset is another process at the same address.
 */
final class MotoProcess implements RunningEmulator {
    /**
     * AWS's managed policies, without which none of them can be attached to anybody; they cost a second at the first
     * call to IAM. And not the 1,301 public images, each with a snapshot that moto reports as the account's own in every
     * region (DescribeSnapshots heeds no owner), which cost half a second a region.
     */
    static final Map<String, String> SETTINGS =
            Map.of("MOTO_IAM_LOAD_MANAGED_POLICIES", "true", "MOTO_EC2_LOAD_DEFAULT_AMIS", "false");

    private static final int ANY_PORT = 0;
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Python python;
    private final String version;
    private final Path log;
    private final Thread hook = new Thread(this::stop, "stop moto");
    private volatile Process process; // the shutdown hook reads it
    private volatile URI endpoint;

    private MotoProcess(Python python, String version, Path log) throws EmulatorUnavailableException {
        this.python = python;
        this.version = version;
        this.log = log;
        this.process = spawn(ANY_PORT);
        this.endpoint = awaitAnswer();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts the server, and returns when it answers.
     *
     * @param python an interpreter that has moto
     * @param version the version of that moto
     * @param directory where the server's log goes, one file a server
     */
    static MotoProcess start(Python python, String version, Path directory) throws EmulatorUnavailableException {
        try {
            return new MotoProcess(
                    python, version, Files.createTempFile(Files.createDirectories(directory), "moto-", ".log"));
        } catch (IOException e) {
            throw new EmulatorUnavailableException("no log can be written: " + e, e);
        }
    }

    private Process spawn(int port) throws EmulatorUnavailableException {
        ProcessBuilder builder = new ProcessBuilder(
                        python.command(), "-u", "-c", MotoPins.resource("serve.py"), String.valueOf(port))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(SETTINGS);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new EmulatorUnavailableException(python.command() + " cannot be run: " + e.getMessage(), e);
        }
    }

    private URI awaitAnswer() throws EmulatorUnavailableException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        try {
            URI address = URI.create("http://127.0.0.1:" + port());
            while (!EmulatorKind.MOTO.answersAt(address)) {
                if (!process.isAlive()) {
                    throw failed("ended with status " + process.exitValue());
                }
                if (System.nanoTime() > deadline) {
                    throw failed("did not answer within " + LIMIT.toSeconds() + " s");
                }
                Thread.sleep(PAUSE.toMillis());
            }
            return address;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted");
        }
    }

    private int port() throws EmulatorUnavailableException, InterruptedException {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(() -> {
            try {
                return String.valueOf(process.inputReader().readLine());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            return Integer.parseInt(line.get(LIMIT.toSeconds(), TimeUnit.SECONDS));
        } catch (ExecutionException | NumberFormatException e) {
            throw failed("told no port");
        } catch (TimeoutException e) {
            throw failed("told no port within " + LIMIT.toSeconds() + " s");
        }
    }

    private EmulatorUnavailableException failed(String what) {
        stop();
        String written;
        try {
            written = Python.end(Files.readString(log).strip());
        } catch (IOException e) {
            written = e.toString();
        }
        return new EmulatorUnavailableException(
                "moto's server %s; its log, %s, ends:%n%s".formatted(what, log, written));
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public String description() {
        return "moto %s at %s (log: %s)".formatted(version, endpoint, log);
    }

    @Override
    public void reset() {
        stop();
        try {
            process = spawn(endpoint.getPort());
            endpoint = awaitAnswer();
        } catch (EmulatorUnavailableException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(hook);
        stop();
    }

    private void stop() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
