/** Database instances, clusters, and the snapshots that people made of them. */
@NullMarked
package io.awsaudit.inventory.rds;

import org.jspecify.annotations.NullMarked;
