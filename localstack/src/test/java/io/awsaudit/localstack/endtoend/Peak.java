package io.awsaudit.localstack.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Watches how much memory the program takes at most, all of its process, as Linux counts it. */
final class Peak implements AutoCloseable {
    private static final long PAUSE_MILLIS = 50;

    private final AtomicLong kibibytes = new AtomicLong();
    private final Thread watch = new Thread(this::watch, "memory");

    private Peak() {}

    /** Starts to watch the program's processes that this one starts. */
    static Peak ofPrograms() {
        Peak peak = new Peak();
        peak.watch.setDaemon(true);
        peak.watch.start();
        return peak;
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                ProcessHandle.current()
                        .descendants()
                        .forEach(process -> kibibytes.accumulateAndGet(highWater(process.pid()), Math::max));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            // closed
        }
    }

    private static long highWater(long pid) {
        Path process = Path.of("/proc/" + pid);
        try {
            if (!Files.readString(process.resolve("cmdline")).contains("io.awsaudit.cli.AwsAudit")) {
                return 0;
            }
            try (Stream<String> lines = Files.lines(process.resolve("status"))) {
                return lines.filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElse(0);
            }
        } catch (IOException e) {
            return 0; // ended meanwhile, or no Linux
        }
    }

    String words() {
        return kibibytes.get() == 0 ? "not known" : "%,d MiB".formatted(kibibytes.get() / 1024);
    }

    @Override
    public void close() {
        watch.interrupt();
    }
}
