package io.awsaudit.reports.junit;

import io.awsaudit.reports.Text;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XML 1.0 as it comes, an element a line. */
final class Xml {
    /** Of the characters that XML forbids, the two that are not spelled out for a terminal's sake. */
    private static final String NONCHARACTERS = "[\ufffe\uffff]";

    private static final String REPLACEMENT = "\ufffd";

    private final XMLStreamWriter writer;
    private int depth;

    /** What a document holds. */
    interface Body {
        void write(Xml xml) throws XMLStreamException;
    }

    private Xml(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** Writes a document to a stream, which stays open. */
    static void write(OutputStream out, Body body) throws IOException {
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            body.write(new Xml(writer));
            writer.writeCharacters("\n");
            writer.writeEndDocument();
            writer.flush();
        } catch (XMLStreamException e) {
            throw failure(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static IOException failure(XMLStreamException e) {
        return e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
    }

    /** Begins an element on a line of its own; attributes are names and values in turn. */
    void start(String element, String... attributes) throws XMLStreamException {
        breakLine();
        writer.writeStartElement(element);
        attributes(attributes);
        depth++;
    }

    /** Ends an element on a line of its own. */
    void end() throws XMLStreamException {
        depth--;
        breakLine();
        writer.writeEndElement();
    }

    /** Writes an element without content. */
    void empty(String element, String... attributes) throws XMLStreamException {
        breakLine();
        writer.writeEmptyElement(element);
        attributes(attributes);
    }

    /** Writes an element that holds lines of text. */
    void text(String element, Iterable<String> lines, String... attributes) throws XMLStreamException {
        breakLine();
        writer.writeStartElement(element);
        attributes(attributes);
        for (String line : lines) {
            writer.writeCharacters("\n" + legal(line));
        }
        writer.writeCharacters("\n");
        writer.writeEndElement();
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            writer.writeAttribute(attributes[i], legal(attributes[i + 1]));
        }
    }

    private void breakLine() throws XMLStreamException {
        writer.writeCharacters("\n" + " ".repeat(depth));
    }

    private static String legal(String text) {
        return Text.visible(text).replaceAll(NONCHARACTERS, REPLACEMENT);
    }
}
