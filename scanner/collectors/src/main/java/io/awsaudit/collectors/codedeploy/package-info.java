/** Reads CodeDeploy. */
@NullMarked
package io.awsaudit.collectors.codedeploy;

import org.jspecify.annotations.NullMarked;
