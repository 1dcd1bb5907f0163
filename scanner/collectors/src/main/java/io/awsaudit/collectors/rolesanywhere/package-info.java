/** Reads the trust anchors, profiles and revocation lists of IAM Roles Anywhere. */
@NullMarked
package io.awsaudit.collectors.rolesanywhere;

import org.jspecify.annotations.NullMarked;
