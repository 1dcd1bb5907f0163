/** Reads clusters of DynamoDB Accelerator. */
@NullMarked
package io.awsaudit.collectors.dax;

import org.jspecify.annotations.NullMarked;
