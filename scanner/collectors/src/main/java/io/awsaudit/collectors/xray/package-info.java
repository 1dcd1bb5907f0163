/** Reads groups and sampling rules of X-Ray, and its settings in a region. */
@NullMarked
package io.awsaudit.collectors.xray;

import org.jspecify.annotations.NullMarked;
