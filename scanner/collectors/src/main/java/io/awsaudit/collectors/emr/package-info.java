/** Reads clusters of EMR, how they are secured, and whether they may be public. */
@NullMarked
package io.awsaudit.collectors.emr;

import org.jspecify.annotations.NullMarked;
