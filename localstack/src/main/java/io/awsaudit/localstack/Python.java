package io.awsaudit.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Python interpreter.
 *
 * @param command its path, or its name on the PATH
 */
record Python(String command) {
    private static final int SHOWN_CHARACTERS = 2_000;

    /**
     * Runs the interpreter to its end.
     *
     * @return what it printed
     * @throws EmulatorUnavailableException if it could not be run, failed or took longer than the limit; with the end of
     *     what it printed
     */
    String run(Duration limit, String... arguments) throws EmulatorUnavailableException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(arguments));
        try {
            Path output = Files.createTempFile("aws-audit-python", ".txt");
            try {
                return run(new ProcessBuilder(words), output, limit);
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw new EmulatorUnavailableException(command + " cannot be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmulatorUnavailableException(command + " was interrupted", e);
        }
    }

    private String run(ProcessBuilder builder, Path output, Duration limit)
            throws IOException, InterruptedException, EmulatorUnavailableException {
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        process.getOutputStream().close();
        boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
        String printed = Files.readString(output).strip();
        if (!ended || process.exitValue() != 0) {
            throw new EmulatorUnavailableException("%s %s%s"
                    .formatted(
                            command,
                            ended
                                    ? "failed with status " + process.exitValue()
                                    : "took longer than " + limit.toSeconds() + " s",
                            printed.isEmpty() ? "" : ":\n" + end(printed)));
        }
        return printed;
    }

    /** {@return the last part of a text, where errors stand} */
    static String end(String text) {
        return text.length() <= SHOWN_CHARACTERS ? text : "… " + text.substring(text.length() - SHOWN_CHARACTERS);
    }
}
