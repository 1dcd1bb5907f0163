/** Reads the recorders and delivery channels of AWS Config. */
@NullMarked
package io.awsaudit.collectors.config;

import org.jspecify.annotations.NullMarked;
