/** Pipelines, and the webhooks that start them. */
@NullMarked
package io.awsaudit.inventory.codepipeline;

import org.jspecify.annotations.NullMarked;
