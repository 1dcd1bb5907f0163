/** Applications and desktops that are streamed. */
@NullMarked
package io.awsaudit.inventory.appstream;

import org.jspecify.annotations.NullMarked;
