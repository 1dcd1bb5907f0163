/**
 * The result as a SARIF log, for GitHub code scanning and other consumers of the standard.
 *
 * @see <a href="https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html">SARIF 2.1.0</a>
 * @see <a href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning">What
 *     GitHub reads of it</a>
 */
@NullMarked
package io.awsaudit.reports.sarif;

import org.jspecify.annotations.NullMarked;
