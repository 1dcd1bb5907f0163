/** Reads the subscription to QuickSight, what it shows and what it takes data from. */
@NullMarked
package io.awsaudit.collectors.quicksight;

import org.jspecify.annotations.NullMarked;
