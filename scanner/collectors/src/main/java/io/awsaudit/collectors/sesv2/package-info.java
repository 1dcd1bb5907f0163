/** Reads configuration sets, identities and contact lists of SES. */
@NullMarked
package io.awsaudit.collectors.sesv2;

import org.jspecify.annotations.NullMarked;
