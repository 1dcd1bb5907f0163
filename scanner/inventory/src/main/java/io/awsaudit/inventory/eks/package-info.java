/** Clusters and node groups of Elastic Kubernetes Service. */
@NullMarked
package io.awsaudit.inventory.eks;

import org.jspecify.annotations.NullMarked;
