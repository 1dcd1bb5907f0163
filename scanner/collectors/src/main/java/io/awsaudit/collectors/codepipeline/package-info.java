/** Reads CodePipeline. */
@NullMarked
package io.awsaudit.collectors.codepipeline;

import org.jspecify.annotations.NullMarked;
