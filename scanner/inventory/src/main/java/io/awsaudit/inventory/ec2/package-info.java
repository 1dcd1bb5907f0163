/** Instances, their storage, and the networks that they are in. */
@NullMarked
package io.awsaudit.inventory.ec2;

import org.jspecify.annotations.NullMarked;
