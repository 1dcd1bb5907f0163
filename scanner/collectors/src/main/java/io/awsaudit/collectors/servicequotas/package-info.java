/** Reads quotas as they apply to the account. */
@NullMarked
package io.awsaudit.collectors.servicequotas;

import org.jspecify.annotations.NullMarked;
