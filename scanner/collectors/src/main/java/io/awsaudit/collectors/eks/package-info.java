/** Reads clusters and node groups of Elastic Kubernetes Service. */
@NullMarked
package io.awsaudit.collectors.eks;

import org.jspecify.annotations.NullMarked;
