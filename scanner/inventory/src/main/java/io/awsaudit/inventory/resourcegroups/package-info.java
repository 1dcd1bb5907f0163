/** Groups of resources that are found by their tags or their stack. */
@NullMarked
package io.awsaudit.inventory.resourcegroups;

import org.jspecify.annotations.NullMarked;
