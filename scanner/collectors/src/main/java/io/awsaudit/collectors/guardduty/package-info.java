/** Reads GuardDuty's detectors. */
@NullMarked
package io.awsaudit.collectors.guardduty;

import org.jspecify.annotations.NullMarked;
