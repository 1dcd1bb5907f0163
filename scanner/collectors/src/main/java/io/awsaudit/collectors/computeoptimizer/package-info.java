/** Reads whether Compute Optimizer is on. */
@NullMarked
package io.awsaudit.collectors.computeoptimizer;

import org.jspecify.annotations.NullMarked;
