/** Reads CodeBuild. */
@NullMarked
package io.awsaudit.collectors.codebuild;

import org.jspecify.annotations.NullMarked;
