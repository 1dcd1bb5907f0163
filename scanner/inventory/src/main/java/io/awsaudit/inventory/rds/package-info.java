/** Database instances, clusters, proxies, their parameters and event subscriptions, and the snapshots that people made. */
@NullMarked
package io.awsaudit.inventory.rds;

import org.jspecify.annotations.NullMarked;
