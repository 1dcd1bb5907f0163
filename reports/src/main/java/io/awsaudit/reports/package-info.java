/** Turns an audit's result into the files and pages that people and other programs read; a format has a package. */
@NullMarked
package io.awsaudit.reports;

import org.jspecify.annotations.NullMarked;
