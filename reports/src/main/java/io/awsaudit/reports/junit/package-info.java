/**
 * Findings as the results of tests, in the XML that JUnit's runners made common and every CI server shows.
 *
 * @see <a href="https://github.com/jenkinsci/xunit-plugin/blob/master/src/main/resources/org/jenkinsci/plugins/xunit/types/model/xsd/junit-10.xsd">The
 *     schema of Jenkins</a>
 * @see <a href="https://docs.gitlab.com/ci/testing/unit_test_reports/">Unit test reports of GitLab</a>
 */
@NullMarked
package io.awsaudit.reports.junit;

import org.jspecify.annotations.NullMarked;
