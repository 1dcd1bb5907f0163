/** Lambda functions. */
@NullMarked
package io.awsaudit.inventory.lambda;

import org.jspecify.annotations.NullMarked;
