/** How much of what there may be there is. */
@NullMarked
package io.awsaudit.inventory.servicequotas;

import org.jspecify.annotations.NullMarked;
