package io.awsaudit.reports;

import io.awsaudit.rules.AuditResult;
import java.io.IOException;
import java.io.OutputStream;

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

    /**
     * Writes a result in one pass, to a stream that stays open.
     *
     * @throws IOException as the stream throws it
     */
    void write(AuditResult result, OutputStream out) throws IOException;
}
