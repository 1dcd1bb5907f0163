/** Build projects and groups of their reports. */
@NullMarked
package io.awsaudit.inventory.codebuild;

import org.jspecify.annotations.NullMarked;
