/** Domains of CodeArtifact, and the repositories in them. */
@NullMarked
package io.awsaudit.inventory.codeartifact;

import org.jspecify.annotations.NullMarked;
