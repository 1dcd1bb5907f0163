/** Clusters of Neptune, their instances, parameters and snapshots. */
@NullMarked
package io.awsaudit.inventory.neptune;

import org.jspecify.annotations.NullMarked;
