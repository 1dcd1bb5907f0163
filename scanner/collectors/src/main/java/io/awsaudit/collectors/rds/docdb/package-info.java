/** Reads clusters of DocumentDB, their instances, parameters and snapshots, through RDS's API. */
@NullMarked
package io.awsaudit.collectors.rds.docdb;

import org.jspecify.annotations.NullMarked;
