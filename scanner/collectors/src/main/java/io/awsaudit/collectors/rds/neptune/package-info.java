/** Reads clusters of Neptune, their instances, parameters and snapshots, through RDS's API. */
@NullMarked
package io.awsaudit.collectors.rds.neptune;

import org.jspecify.annotations.NullMarked;
