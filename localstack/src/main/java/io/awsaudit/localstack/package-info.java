/** An emulator of AWS to test and demonstrate against: found or started, emptied, stopped. */
@NullMarked
package io.awsaudit.localstack;

import org.jspecify.annotations.NullMarked;
