/** The recorder of AWS Config, and where it delivers. */
@NullMarked
package io.awsaudit.inventory.config;

import org.jspecify.annotations.NullMarked;
