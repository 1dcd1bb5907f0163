/** Policies as statements: identity, resource, trust, endpoint and organisation policies alike. */
@NullMarked
package io.awsaudit.inventory.policy;

import org.jspecify.annotations.NullMarked;
