/** Certificates of AWS Certificate Manager. */
@NullMarked
package io.awsaudit.inventory.acm;

import org.jspecify.annotations.NullMarked;
