/** Reads CloudFormation. */
@NullMarked
package io.awsaudit.collectors.cloudformation;

import org.jspecify.annotations.NullMarked;
