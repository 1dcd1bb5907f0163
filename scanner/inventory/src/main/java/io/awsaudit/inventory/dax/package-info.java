/** Clusters of DynamoDB Accelerator. */
@NullMarked
package io.awsaudit.inventory.dax;

import org.jspecify.annotations.NullMarked;
