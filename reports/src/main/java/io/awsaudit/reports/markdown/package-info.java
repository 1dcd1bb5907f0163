/**
 * The result on a page of GitHub Flavored Markdown, for a pull request's comment or a job's summary.
 *
 * @see <a href="https://github.github.com/gfm/">GitHub Flavored Markdown</a>
 * @see <a href="https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary">Job
 *     summaries</a>
 */
@NullMarked
package io.awsaudit.reports.markdown;

import org.jspecify.annotations.NullMarked;
