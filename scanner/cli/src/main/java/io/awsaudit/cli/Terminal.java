package io.awsaudit.cli;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/**
 * What the program writes to: terminals or not, with colours or not, and how wide.
 *
 * <p>Java cannot tell of each stream by itself, so the launcher does: {@code awsaudit.terminal} holds 1 where standard output is a
 * terminal and 2 where standard error is one, and {@code awsaudit.columns} their width. Without a launcher, nothing is taken for
 * a terminal.
 */
final class Terminal {
    /** How wide a terminal is that does not say. */
    private static final int USUAL = 80;

    private static final int MOST = 10_000;
    private static final String OUT = "1";
    private static final String ERR = "2";

    private static volatile int measured = number(System.getProperty("awsaudit.columns", ""));

    private Terminal() {}

    /** {@return whether standard output shows colours} */
    static boolean showsColours() {
        return showsColours(System.getenv(), is(OUT));
    }

    /**
     * Says whether a stream shows colours.
     *
     * @see <a href="https://no-color.org">NO_COLOR</a>
     * @see <a href="https://bixense.com/clicolors/">CLICOLOR_FORCE</a>
     */
    static boolean showsColours(Map<String, String> environment, boolean terminal) {
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
            return false;
        }
        String forced = environment.getOrDefault("CLICOLOR_FORCE", "");
        if (!forced.isEmpty() && !forced.equals("0")) {
            return true;
        }
        return terminal
                && !isDumb(environment)
                && !environment.getOrDefault("CLICOLOR", "").equals("0");
    }

    private static boolean isDumb(Map<String, String> environment) {
        return environment.getOrDefault("TERM", "").equals("dumb");
    }

    /** {@return whether standard error is a terminal on which a line can be drawn over} */
    static boolean redraws() {
        return is(ERR) && !isDumb(System.getenv());
    }

    /** {@return how wide standard output is, and another number where it is no terminal and nobody says} */
    static int columnsOfOutput(int otherwise) {
        int wanted = number(System.getenv().getOrDefault("COLUMNS", ""));
        return wanted > 0 ? wanted : is(OUT) ? columns() : otherwise;
    }

    /** {@return how wide the terminal is, at this moment if it was resized} */
    static int columns() {
        return measured > 0 ? measured : USUAL;
    }

    /** Measures the terminal again whenever it is resized. */
    static void watch() {
        try {
            Signal.handle(new Signal("WINCH"), signal -> measure());
        } catch (IllegalArgumentException e) {
            // A system without the signal, or started with -Xrs: it stays as wide as it was.
        }
    }

    private static void measure() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream out = stty.getInputStream()) {
                String[] size = new String(out.readAllBytes(), StandardCharsets.US_ASCII)
                        .strip()
                        .split(" ");
                if (stty.waitFor(1, TimeUnit.SECONDS) && size.length == 2 && number(size[1]) > 0) {
                    measured = number(size[1]);
                }
            }
        } catch (IOException e) {
            // No stty, or no terminal any more.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean is(String stream) {
        return System.getProperty("awsaudit.terminal", "").contains(stream);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,5}") ? Math.min(MOST, Integer.parseInt(text)) : 0;
    }
}
