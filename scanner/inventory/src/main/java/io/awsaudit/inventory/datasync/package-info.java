/** Tasks, agents and object storage locations of DataSync. */
@NullMarked
package io.awsaudit.inventory.datasync;

import org.jspecify.annotations.NullMarked;
