/**
 * The result as JSON Lines, for what indexes, streams and queries lines: each says all that it needs to.
 *
 * @see <a href="https://jsonlines.org/">JSON Lines</a>
 */
@NullMarked
package io.awsaudit.reports.jsonl;

import org.jspecify.annotations.NullMarked;
