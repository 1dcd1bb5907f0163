/** Reads encryption keys. */
@NullMarked
package io.awsaudit.collectors.kms;

import org.jspecify.annotations.NullMarked;
