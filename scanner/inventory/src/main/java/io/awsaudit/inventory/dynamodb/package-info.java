/** Tables. */
@NullMarked
package io.awsaudit.inventory.dynamodb;

import org.jspecify.annotations.NullMarked;
