/** IAM Roles Anywhere: which certificates open which roles. */
@NullMarked
package io.awsaudit.inventory.rolesanywhere;

import org.jspecify.annotations.NullMarked;
