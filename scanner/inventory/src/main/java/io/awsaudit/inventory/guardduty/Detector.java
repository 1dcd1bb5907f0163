package io.awsaudit.inventory.guardduty;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * GuardDuty's detector in a region; where GuardDuty was never switched on there is none.
 *
 * @see <a href="https://docs.aws.amazon.com/guardduty/latest/APIReference/API_GetDetector.html">GetDetector</a>
 */
@CloudFormationType("AWS::GuardDuty::Detector")
public record Detector(Identity identity, Observed<DetectorSettings> settings) implements Resource {}
