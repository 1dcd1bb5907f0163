/** What differs between two results, and which facts explain it. */
@NullMarked
package io.awsaudit.rules.difference;

import org.jspecify.annotations.NullMarked;
