/** What differs between two results, as text, JSON, Markdown and HTML. */
@NullMarked
package io.awsaudit.reports.difference;

import org.jspecify.annotations.NullMarked;
