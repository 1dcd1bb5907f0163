/** The organization that an account belongs to. */
@NullMarked
package io.awsaudit.inventory.organizations;

import org.jspecify.annotations.NullMarked;
