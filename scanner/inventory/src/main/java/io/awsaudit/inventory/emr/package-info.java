/** Clusters of EMR, how they are secured, and whether they may be public. */
@NullMarked
package io.awsaudit.inventory.emr;

import org.jspecify.annotations.NullMarked;
