/**
 * The result in the AWS Security Finding Format, for the import into Security Hub.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/securityhub-findings-format.html">The format</a>
 * @see <a href="https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_BatchImportFindings.html">BatchImportFindings</a>
 */
@NullMarked
package io.awsaudit.reports.asff;

import org.jspecify.annotations.NullMarked;
