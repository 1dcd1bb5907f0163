/** Reads instances, their storage, and the networks that they are in. */
@NullMarked
package io.awsaudit.collectors.ec2;

import org.jspecify.annotations.NullMarked;
