/**
 * The result as events of the Open Cybersecurity Schema Framework, for security lakes and SIEMs.
 *
 * @see <a href="https://schema.ocsf.io/1.9.0/classes/compliance_finding">Compliance Finding</a>
 */
@NullMarked
package io.awsaudit.reports.ocsf;

import org.jspecify.annotations.NullMarked;
