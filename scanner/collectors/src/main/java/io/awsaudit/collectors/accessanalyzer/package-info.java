/** Reads IAM Access Analyzer. */
@NullMarked
package io.awsaudit.collectors.accessanalyzer;

import org.jspecify.annotations.NullMarked;
