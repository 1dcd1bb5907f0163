/** Reads Data Lifecycle Manager. */
@NullMarked
package io.awsaudit.collectors.dlm;

import org.jspecify.annotations.NullMarked;
