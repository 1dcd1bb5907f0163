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
public record Detector(Identity identity, Observed<DetectorSettings> settings) implements Resource {
    private static final String RUNTIME = "RUNTIME_MONITORING";
    /** What there was for EKS before runtime monitoring, which has it as a part; a detector has one of the two on. */
    private static final String EKS_RUNTIME = "EKS_RUNTIME_MONITORING";

    private static final String EKS_AGENT = "EKS_ADDON_MANAGEMENT";

    /** {@return whether a protection plan, by its name as a feature, is known not to be at work} */
    public boolean lacks(String plan) {
        return settings.knownNotTo(known -> known.protects(plan) || known.isWithout(plan));
    }

    /** {@return whether the region is known not to have a protection plan, by its name as a feature} */
    public boolean cannotHave(String plan) {
        return settings.knownTo(known -> known.isWithout(plan));
    }

    /** {@return whether GuardDuty is known not to watch processes with an agent of one kind that it installs itself} */
    public boolean lacksAgent(String kind) {
        return settings.knownNotTo(known -> known.protects(RUNTIME, kind) || known.isWithout(RUNTIME));
    }

    /** {@return whether GuardDuty is known not to watch processes in EKS clusters with agents that it installs itself} */
    public boolean lacksEksAgent() {
        return settings.knownNotTo(known -> known.protects(RUNTIME, EKS_AGENT)
                || known.protects(EKS_RUNTIME, EKS_AGENT)
                || known.isWithout(RUNTIME) && known.isWithout(EKS_RUNTIME));
    }

    /** {@return whether the region is known to have neither of the plans that watch processes in EKS clusters} */
    public boolean cannotWatchEks() {
        return cannotHave(RUNTIME) && cannotHave(EKS_RUNTIME);
    }
}
