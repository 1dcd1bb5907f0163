package io.awsaudit.localstack.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a caller gets. */
public final class Answer {
    /** How an answer travels. */
    enum Delivery {
        /** At once and to the end. */
        WHOLE,
        /** In many pieces, slowly, to the end. */
        DRIPPING,
        /** The first half, and then nothing more, on a connection that stays open. */
        STALLED_MIDWAY,
        /** The first half, under the length of the whole, and then the connection ends. */
        SHORT,
        /** Never, on a connection that stays open. */
        STALLED,
        /** The connection is closed in place of an answer. */
        CLOSED,
        /** The connection is reset in place of an answer. */
        RESET
    }

    private static final String CHECKSUM = "x-amz-crc32";

    private final int status;
    private final Map<String, List<String>> headers;
    private final byte[] body;
    private final Delivery delivery;

    private Answer(int status, Map<String, List<String>> headers, byte[] body, Delivery delivery) {
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.delivery = delivery;
    }

    /**
     * Returns an answer that arrives.
     *
     * @param headers without the length of the body
     */
    static Answer of(int status, Map<String, List<String>> headers, byte[] body) {
        return new Answer(status, headers, body, Delivery.WHOLE);
    }

    /** Returns an answer that arrives. */
    static Answer of(int status, String contentType, String body) {
        return of(status, Map.of("Content-Type", List.of(contentType)), body.getBytes(StandardCharsets.UTF_8));
    }

    /** {@return the end of a connection, or of its use, in place of an answer} */
    static Answer none(Delivery delivery) {
        return new Answer(0, Map.of(), new byte[0], delivery);
    }

    Answer delivered(Delivery otherwise) {
        return new Answer(status, headers, body, otherwise);
    }

    /** {@return the same with another body, and without the checksum that some services send, which would give it away} */
    Answer withBody(byte[] other) {
        Map<String, List<String>> kept = new HashMap<>(headers);
        kept.keySet().removeIf(CHECKSUM::equalsIgnoreCase);
        return new Answer(status, kept, other, delivery);
    }

    Answer cutTo(int bytes) {
        return withBody(Arrays.copyOf(body, Math.min(bytes, body.length)));
    }

    /** {@return the status, 0 where there was none} */
    public int status() {
        return status;
    }

    Map<String, List<String>> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    Delivery delivery() {
        return delivery;
    }
}
