/** The result as one JSON document, in the form that {@code docs/schema/findings.schema.json} describes. */
@NullMarked
package io.awsaudit.reports.json;

import org.jspecify.annotations.NullMarked;
