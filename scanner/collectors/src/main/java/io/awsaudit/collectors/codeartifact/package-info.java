/** Reads CodeArtifact. */
@NullMarked
package io.awsaudit.collectors.codeartifact;

import org.jspecify.annotations.NullMarked;
