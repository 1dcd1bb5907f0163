/** Private repositories of container images, and what holds for all of a registry. */
@NullMarked
package io.awsaudit.inventory.ecr;

import org.jspecify.annotations.NullMarked;
