package io.awsaudit.localstack.endtoend;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The HTML report that a run wrote, with the data that it carries unpacked. */
record ReportPage(Document document, Map<String, String> blocks) {
    static ReportPage of(Path file) {
        try {
            Document document = Jsoup.parse(Files.readString(file));
            Map<String, String> blocks = new LinkedHashMap<>();
            for (Element block : document.select("script[type=application/gzip]")) {
                blocks.put(block.id(), unpacked(Base64.getDecoder().decode(block.data())));
            }
            return new ReportPage(document, blocks);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@return all that it says, in markup and in data} */
    String text() {
        return document.outerHtml() + String.join("\n", blocks.values());
    }

    private static String unpacked(byte[] packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
