/** Reads work groups and data catalogs of Athena. */
@NullMarked
package io.awsaudit.collectors.athena;

import org.jspecify.annotations.NullMarked;
