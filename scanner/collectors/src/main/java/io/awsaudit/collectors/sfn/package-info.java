/** Reads state machines and activities of Step Functions. */
@NullMarked
package io.awsaudit.collectors.sfn;

import org.jspecify.annotations.NullMarked;
