/** Programs that measure: each is a line in {@code benchmarks.txt}, and {@code localstack/benchmark} runs it. */
@NullMarked
package io.awsaudit.benchmarks;

import org.jspecify.annotations.NullMarked;
