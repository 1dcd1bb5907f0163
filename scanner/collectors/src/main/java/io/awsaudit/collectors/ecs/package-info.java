/** Reads clusters, services, task sets, task definitions and capacity providers of Elastic Container Service. */
@NullMarked
package io.awsaudit.collectors.ecs;

import org.jspecify.annotations.NullMarked;
