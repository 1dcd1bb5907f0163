/** Configuration sets, identities and contact lists of SES. */
@NullMarked
package io.awsaudit.inventory.sesv2;

import org.jspecify.annotations.NullMarked;
