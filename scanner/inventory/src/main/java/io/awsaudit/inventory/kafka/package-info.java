/** Clusters of Amazon MSK. */
@NullMarked
package io.awsaudit.inventory.kafka;

import org.jspecify.annotations.NullMarked;
