/** Analyzers of IAM Access Analyzer. */
@NullMarked
package io.awsaudit.inventory.accessanalyzer;

import org.jspecify.annotations.NullMarked;
