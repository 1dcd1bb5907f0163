/** Virtual desktops, the directories that they belong to, and where one may connect from. */
@NullMarked
package io.awsaudit.inventory.workspaces;

import org.jspecify.annotations.NullMarked;
