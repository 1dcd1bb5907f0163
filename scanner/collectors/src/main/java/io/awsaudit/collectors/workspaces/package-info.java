/** Reads virtual desktops, their directories, and where one may connect from. */
@NullMarked
package io.awsaudit.collectors.workspaces;

import org.jspecify.annotations.NullMarked;
