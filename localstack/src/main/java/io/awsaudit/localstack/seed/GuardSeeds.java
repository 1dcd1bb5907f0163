package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.Set;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.guardduty.GuardDutyClient;
import software.amazon.awssdk.services.guardduty.model.DetectorFeature;
import software.amazon.awssdk.services.guardduty.model.DetectorFeatureConfiguration;
import software.amazon.awssdk.services.guardduty.model.FeatureAdditionalConfiguration;
import software.amazon.awssdk.services.guardduty.model.FeatureStatus;
import software.amazon.awssdk.services.inspector2.Inspector2Client;
import software.amazon.awssdk.services.inspector2.model.ResourceScanType;
import software.amazon.awssdk.services.macie2.Macie2Client;

/**
 * What looks out for intruders, holes and sensitive data: GuardDuty's plans, Inspector, Macie. GuardDuty itself is switched on
 * with the logs that it reads.
 *
 * <p>moto has Macie on from the start where it has it at all, writes its times without a zone, which the SDK does not read,
 * and knows nothing of automated discovery. So all that can be told of Macie there is that it is off.
 */
final class GuardSeeds implements Seeds {
    /** Where GuardDuty is on in the insecure account; it is off everywhere else. */
    private static final Region GUARDED = Region.EU_WEST_1;

    /** Where moto fails when it is asked for Inspector. */
    private static final Set<String> WITHOUT_INSPECTOR = Set.of("ap-southeast-6");

    @Override
    public void insecure(EmulatedAccount account) {
        GuardDutyClient guardDuty = account.client(GuardDutyClient.builder(), GUARDED);
        if (guardDuty.listDetectors().detectorIds().isEmpty()) { // a region has one at most
            guardDuty.createDetector(request -> request.enable(true));
        }
        account.client(Macie2Client.builder()).disableMacie(request -> {});
    }

    @Override
    public void hardened(EmulatedAccount account) {
        account.regions().stream()
                .filter(region -> !WITHOUT_INSPECTOR.contains(region.id()))
                .forEach(region -> account.client(Inspector2Client.builder(), region)
                        .enable(request -> request.accountIds(account.id())
                                .resourceTypes(
                                        ResourceScanType.EC2,
                                        ResourceScanType.ECR,
                                        ResourceScanType.LAMBDA,
                                        ResourceScanType.LAMBDA_CODE)));
    }

    static List<DetectorFeatureConfiguration> everyPlan() {
        return List.of(
                plan(DetectorFeature.S3_DATA_EVENTS).build(),
                plan(DetectorFeature.EKS_AUDIT_LOGS).build(),
                plan(DetectorFeature.EBS_MALWARE_PROTECTION).build(),
                plan(DetectorFeature.RDS_LOGIN_EVENTS).build(),
                plan(DetectorFeature.LAMBDA_NETWORK_LOGS).build(),
                plan(DetectorFeature.RUNTIME_MONITORING)
                        .additionalConfiguration(
                                agent -> agent.name(FeatureAdditionalConfiguration.EKS_ADDON_MANAGEMENT)
                                        .status(FeatureStatus.ENABLED),
                                agent -> agent.name(FeatureAdditionalConfiguration.ECS_FARGATE_AGENT_MANAGEMENT)
                                        .status(FeatureStatus.ENABLED),
                                agent -> agent.name(FeatureAdditionalConfiguration.EC2_AGENT_MANAGEMENT)
                                        .status(FeatureStatus.ENABLED))
                        .build());
    }

    private static DetectorFeatureConfiguration.Builder plan(DetectorFeature name) {
        return DetectorFeatureConfiguration.builder().name(name).status(FeatureStatus.ENABLED);
    }
}
