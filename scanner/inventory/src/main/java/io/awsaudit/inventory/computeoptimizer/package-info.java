/** Whether AWS looks for resources of the wrong size. */
@NullMarked
package io.awsaudit.inventory.computeoptimizer;

import org.jspecify.annotations.NullMarked;
