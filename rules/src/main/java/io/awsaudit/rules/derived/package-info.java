/** Facts that rules derive from what was collected, for checks to build on. */
@NullMarked
package io.awsaudit.rules.derived;

import org.jspecify.annotations.NullMarked;
