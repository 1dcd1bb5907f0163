/** APIs of AppSync. */
@NullMarked
package io.awsaudit.inventory.appsync;

import org.jspecify.annotations.NullMarked;
