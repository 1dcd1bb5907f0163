/** Reads groups of resources. */
@NullMarked
package io.awsaudit.collectors.resourcegroups;

import org.jspecify.annotations.NullMarked;
