/** What AWS recommends to the account. */
@NullMarked
package io.awsaudit.inventory.trustedadvisor;

import org.jspecify.annotations.NullMarked;
