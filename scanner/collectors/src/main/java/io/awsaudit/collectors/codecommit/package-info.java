/** Reads CodeCommit. */
@NullMarked
package io.awsaudit.collectors.codecommit;

import org.jspecify.annotations.NullMarked;
