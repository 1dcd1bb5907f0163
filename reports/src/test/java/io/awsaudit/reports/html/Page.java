package io.awsaudit.reports.html;

import io.awsaudit.rules.AuditResult;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A report as a browser reads it, its data unpacked. */
record Page(String text, Document document) {
    private static final JsonMapper JSON = JsonMapper.shared();

    static Page of(AuditResult result) throws IOException {
        return of(result, new HtmlReporter());
    }

    static Page of(AuditResult result, HtmlReporter reporter) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        reporter.write(result, out);
        String text = out.toString(StandardCharsets.UTF_8);
        return new Page(text, Jsoup.parse(text));
    }

    JsonNode contents() throws IOException {
        return block("contents");
    }

    JsonNode block(String id) throws IOException {
        byte[] packed = Base64.getDecoder().decode(document.getElementById(id).data());
        try (GZIPInputStream unpacked = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JSON.readTree(unpacked.readAllBytes());
        }
    }

    /** {@return the details of a finding: message, evidence, path, gaps} */
    JsonNode details(int finding) throws IOException {
        return block("details-" + finding / Columns.ROWS).get("findings").get(finding % Columns.ROWS);
    }

    /** {@return what stands in an element's rows, cell by cell} */
    static Stream<String> strings(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToObj(index -> array.get(index).asString());
    }

    /** {@return the data as text that people can compare} */
    String pretty() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Element block : document.select("script[type=application/gzip]")) {
            all.append(block.id())
                    .append('\n')
                    .append(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(block(block.id())))
                    .append('\n');
        }
        return all.toString();
    }
}
