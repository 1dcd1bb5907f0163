/** Clusters, services, task sets, task definitions and capacity providers of Elastic Container Service. */
@NullMarked
package io.awsaudit.inventory.ecs;

import org.jspecify.annotations.NullMarked;
