/**
 * Findings as comma-separated values, for spreadsheets and databases.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV injection</a>
 */
@NullMarked
package io.awsaudit.reports.csv;

import org.jspecify.annotations.NullMarked;
