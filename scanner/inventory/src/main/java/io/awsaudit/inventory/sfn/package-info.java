/** State machines and activities of Step Functions. */
@NullMarked
package io.awsaudit.inventory.sfn;

import org.jspecify.annotations.NullMarked;
