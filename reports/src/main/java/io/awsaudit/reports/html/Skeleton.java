package io.awsaudit.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page without its content: {@code report.html} with its places {@code {{name}}}, its style sheet and its script. */
record Skeleton(String page, String style, String script) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    /** Writes what belongs in a place. */
    interface Part {
        void write(Html html) throws IOException;
    }

    static Skeleton load() {
        return new Skeleton(read("report.html"), read("report.css"), read("report.js"));
    }

    /**
     * {@return the content security policy: our script, our style sheet, and nothing else}
     *
     * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
     */
    String policy() {
        return "default-src 'none'; script-src '" + hash(script) + "'; style-src '" + hash(style)
                + "'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
    }

    /** Writes the page, each place filled by the part of its name. */
    void fill(Writer out, Map<String, Part> parts) throws IOException {
        Html html = new Html(out);
        Matcher places = PLACE.matcher(page);
        int from = 0;
        while (places.find()) {
            out.append(page, from, places.start());
            Part part = parts.get(places.group(1));
            if (part == null) {
                throw new IllegalStateException(
                        "report.html has a place for " + places.group(1) + ", and nothing fills it");
            }
            part.write(html);
            from = places.end();
        }
        out.append(page, from, page.length());
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(String name) {
        try (InputStream in = Skeleton.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + name);
            }
            // Browsers hash what they read after line ends became \n, whatever a checkout made of them.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
