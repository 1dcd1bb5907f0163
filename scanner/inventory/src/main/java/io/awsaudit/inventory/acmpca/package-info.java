/** Certificate authorities of AWS Private CA. */
@NullMarked
package io.awsaudit.inventory.acmpca;

import org.jspecify.annotations.NullMarked;
