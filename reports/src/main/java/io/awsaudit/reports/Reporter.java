package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * A format that results are written in.
 *
 * <p>A reporter lays out and decides nothing. The same result gives the same bytes: findings by check and then ARN, as
 * the result has them, and times from the result. All text in a result comes from an account, and is escaped for the
 * format.
 */
public interface Reporter {
    /** {@return the name that users choose it by, such as {@code html}} */
    String format();

    /** {@return the name of its file in the output directory, such as {@code report.html}} */
    String fileName();

    /** {@return whether a large result takes several files, so that names like {@code findings-2.sarif} are this format's own} */
    default boolean isInParts() {
        return false;
    }

    /**
     * Returns the reporters that write a result between them, each a file of its own; this one is among them, or one like it.
     * There are several where the readers of a format take only so much in a file; from the second on, their names have a
     * number before the ending, such as {@code findings-2.sarif}.
     */
    default List<Reporter> parts(AuditResult result) {
        return List.of(this);
    }

    /**
     * Writes a result in one pass, to a stream that stays open.
     *
     * @throws IOException as the stream throws it
     */
    void write(AuditResult result, OutputStream out) throws IOException;
}
