/** Reads fleets and stacks of streamed applications. */
@NullMarked
package io.awsaudit.collectors.appstream;

import org.jspecify.annotations.NullMarked;
