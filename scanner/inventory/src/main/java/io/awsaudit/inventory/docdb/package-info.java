/** Clusters of DocumentDB, their instances, parameters and snapshots. */
@NullMarked
package io.awsaudit.inventory.docdb;

import org.jspecify.annotations.NullMarked;
