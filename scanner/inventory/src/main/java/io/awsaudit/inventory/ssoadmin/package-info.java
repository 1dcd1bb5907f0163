/** What people of IAM Identity Center may do in the accounts of an organisation. */
@NullMarked
package io.awsaudit.inventory.ssoadmin;

import org.jspecify.annotations.NullMarked;
