/** File systems of FSx. */
@NullMarked
package io.awsaudit.inventory.fsx;

import org.jspecify.annotations.NullMarked;
