/** GuardDuty. */
@NullMarked
package io.awsaudit.inventory.guardduty;

import org.jspecify.annotations.NullMarked;
