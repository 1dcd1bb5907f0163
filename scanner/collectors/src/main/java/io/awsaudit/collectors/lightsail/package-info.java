/** Reads what there is in Lightsail. */
@NullMarked
package io.awsaudit.collectors.lightsail;

import org.jspecify.annotations.NullMarked;
