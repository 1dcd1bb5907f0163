/** Reads replication instances, tasks, endpoints, subnet groups, certificates and event subscriptions of the Database Migration Service. */
@NullMarked
package io.awsaudit.collectors.databasemigration;

import org.jspecify.annotations.NullMarked;
