/** Services of App Runner, and their ways into VPCs. */
@NullMarked
package io.awsaudit.inventory.apprunner;

import org.jspecify.annotations.NullMarked;
