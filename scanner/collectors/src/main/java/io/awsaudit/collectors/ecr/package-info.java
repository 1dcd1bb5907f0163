/** Reads private repositories of container images, and what holds for all of a registry. */
@NullMarked
package io.awsaudit.collectors.ecr;

import org.jspecify.annotations.NullMarked;
