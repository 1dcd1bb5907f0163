/** Security Hub. */
@NullMarked
package io.awsaudit.inventory.securityhub;

import org.jspecify.annotations.NullMarked;
