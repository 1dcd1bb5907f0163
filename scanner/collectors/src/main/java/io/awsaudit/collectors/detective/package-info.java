/** Reads behaviour graphs of Amazon Detective. */
@NullMarked
package io.awsaudit.collectors.detective;

import org.jspecify.annotations.NullMarked;
