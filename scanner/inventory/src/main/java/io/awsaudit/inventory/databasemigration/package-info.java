/** Replication instances, tasks and endpoints of the Database Migration Service, and what else it has tags on. */
@NullMarked
package io.awsaudit.inventory.databasemigration;

import org.jspecify.annotations.NullMarked;
