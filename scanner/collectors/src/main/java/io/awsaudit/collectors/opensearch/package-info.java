/** Reads domains. */
@NullMarked
package io.awsaudit.collectors.opensearch;

import org.jspecify.annotations.NullMarked;
