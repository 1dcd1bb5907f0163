/** Reads accelerators, and where they lead. */
@NullMarked
package io.awsaudit.collectors.globalaccelerator;

import org.jspecify.annotations.NullMarked;
