/** Instances and clusters of Timestream for InfluxDB. */
@NullMarked
package io.awsaudit.inventory.timestreaminfluxdb;

import org.jspecify.annotations.NullMarked;
