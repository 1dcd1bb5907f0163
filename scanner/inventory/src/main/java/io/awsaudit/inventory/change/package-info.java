/** What differs between two inventories, as facts and in AWS's words, and what only could not be seen in one of them. */
@NullMarked
package io.awsaudit.inventory.change;

import org.jspecify.annotations.NullMarked;
