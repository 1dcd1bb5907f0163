/** Users, groups, roles and the policies that they hold, and what guards the account's sign-in. */
@NullMarked
package io.awsaudit.inventory.iam;

import org.jspecify.annotations.NullMarked;
