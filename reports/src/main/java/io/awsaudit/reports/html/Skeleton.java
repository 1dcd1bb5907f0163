package io.awsaudit.reports.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page without its content: {@code report.html} with its places {@code {{name}}}, its style sheet and its script.
 *
 * @param script ours after the libraries, as one, so that the policy names one hash
 */
record Skeleton(String page, String style, String script) {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");
    private static final Pattern SOURCE_MAP = Pattern.compile("(?m)^//# sourceMappingURL=.*$");

    /** Our script by view, in an order in which each may use what stands before it. */
    private static final List<String> SCRIPTS = List.of(
            "data",
            "dom",
            "address",
            "charts",
            "graph",
            "filter",
            "table",
            "overview",
            "findings",
            "finding",
            "frameworks",
            "resource",
            "coverage",
            "changes",
            "suppressions",
            "app");

    /**
     * A library, as its publisher packs it for CommonJS.
     *
     * @param folder where the build unpacks it, beside its licence
     * @param name what others require it by
     */
    private record Library(String folder, String file, String name) {
        private static final List<Library> ALL = List.of(
                new Library("d3", "d3.min.js", "d3"),
                new Library("virtual-core", "utils.cjs", "./utils.cjs"),
                new Library("virtual-core", "index.cjs", "@tanstack/virtual-core"));

        /** Returns its licence and its code, within a function that takes its exports. */
        String wrapped() {
            String code = SOURCE_MAP.matcher(read("lib/" + folder + "/" + file)).replaceAll("");
            return "/*! " + name + "\n\n" + read("lib/" + folder + "/LICENSE") + "*/\ndefine('" + name
                    + "', (module, exports) => {\n" + code + "\n});\n";
        }
    }

    /** Writes what belongs in a place. */
    interface Part {
        void write(Html html) throws IOException;
    }

    static Skeleton load() {
        StringBuilder script = new StringBuilder("'use strict';\n(() => {\n").append(read("libraries.js"));
        Library.ALL.forEach(library -> script.append(library.wrapped()));
        script.append(own());
        return new Skeleton(
                read("report.html"),
                read("report.css"),
                script.append("})();\n").toString());
    }

    /** {@return the script without the libraries} */
    static String own() {
        StringBuilder own = new StringBuilder();
        SCRIPTS.forEach(name -> own.append(read(name + ".js")));
        return own.toString();
    }

    /**
     * {@return the content security policy: our script, our style sheet, and nothing else}
     *
     * @see <a href="https://www.w3.org/TR/CSP3/">Content Security Policy Level 3</a>
     */
    String policy() {
        return "default-src 'none'; script-src '" + Html.hash(script) + "'; style-src '" + Html.hash(style)
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
