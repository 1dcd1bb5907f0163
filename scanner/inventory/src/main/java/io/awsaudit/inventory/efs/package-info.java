/** Elastic file systems. */
@NullMarked
package io.awsaudit.inventory.efs;

import org.jspecify.annotations.NullMarked;
