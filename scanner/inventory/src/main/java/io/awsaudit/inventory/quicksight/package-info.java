/** The subscription to QuickSight, what it shows and what it takes data from. */
@NullMarked
package io.awsaudit.inventory.quicksight;

import org.jspecify.annotations.NullMarked;
