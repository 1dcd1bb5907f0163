/** Reads instances and clusters of Timestream for InfluxDB. */
@NullMarked
package io.awsaudit.collectors.timestreaminfluxdb;

import org.jspecify.annotations.NullMarked;
