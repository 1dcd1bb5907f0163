package io.awsaudit.reports.html;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/**
 * Writes JSON into the page as inert elements that its script unpacks: gzip in Base64, in script elements of a type that no
 * browser runs. Nothing in them can be markup, and a hundred thousand findings take a few megabytes.
 */
final class Blocks {
    /** ASCII alone, so that half a surrogate pair, which no UTF-8 can spell, comes through as it is. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .build();

    /** Writes the JSON of a block. */
    interface Content {
        void write(JsonGenerator json);
    }

    private final Writer page;

    Blocks(Writer page) {
        this.page = page;
    }

    void write(String id, Content content) throws IOException {
        page.append("<script type=\"application/gzip\" id=\"").append(id).append("\">");
        try (JsonGenerator json = FACTORY.createGenerator(
                ObjectWriteContext.empty(),
                new OutputStreamWriter(
                        new GZIPOutputStream(Base64.getEncoder().wrap(new Ascii(page)), 1 << 14),
                        StandardCharsets.US_ASCII))) {
            content.write(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        page.append("</script>\n");
    }

    /** The page as a stream of ASCII, which stays open. */
    private static final class Ascii extends OutputStream {
        private final Writer page;

        Ascii(Writer page) {
            this.page = page;
        }

        @Override
        public void write(int octet) throws IOException {
            page.write(octet);
        }

        @Override
        public void write(byte[] octets, int from, int length) throws IOException {
            page.write(new String(octets, from, length, StandardCharsets.US_ASCII));
        }
    }
}
