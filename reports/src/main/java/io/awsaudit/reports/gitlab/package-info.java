/**
 * Findings as a security report of GitLab, which has no type for the configuration of accounts: they go as a report of type
 * {@code sast}, as those of infrastructure as code do, the one type whose location is a path and nothing else.
 *
 * @see <a href="https://docs.gitlab.com/development/integrations/secure/">Security scanner integration</a>
 * @see <a href="https://gitlab.com/gitlab-org/security-products/security-report-schemas">Schemas of GitLab's reports</a>
 */
@NullMarked
package io.awsaudit.reports.gitlab;

import org.jspecify.annotations.NullMarked;
