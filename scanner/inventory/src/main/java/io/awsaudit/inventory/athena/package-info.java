/** Work groups and data catalogs of Athena. */
@NullMarked
package io.awsaudit.inventory.athena;

import org.jspecify.annotations.NullMarked;
