/** Policies of Data Lifecycle Manager. */
@NullMarked
package io.awsaudit.inventory.dlm;

import org.jspecify.annotations.NullMarked;
