/** Accelerators, and where they lead. */
@NullMarked
package io.awsaudit.inventory.globalaccelerator;

import org.jspecify.annotations.NullMarked;
