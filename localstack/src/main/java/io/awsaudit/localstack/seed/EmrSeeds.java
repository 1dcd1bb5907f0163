package io.awsaudit.localstack.seed;

import java.util.Map;
import java.util.function.Consumer;
import software.amazon.awssdk.services.emr.EmrClient;
import software.amazon.awssdk.services.emr.model.PortRange;
import software.amazon.awssdk.services.emrserverless.EmrServerlessClient;
import software.amazon.awssdk.services.emrserverless.model.CreateApplicationRequest;
import software.amazon.awssdk.services.emrserverless.model.MaximumAllowedResources;
import software.amazon.awssdk.services.emrserverless.model.NetworkConfiguration;

/**
 * What EMR blocks, and serverless applications. Behind one address moto has EMR in one region, whichever is asked, so that there are no
 * clusters; it keeps no architecture of applications, so that none is hardened.
 */
final class EmrSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        block(account, 8088);
        EmrServerlessClient serverless = account.client(EmrServerlessClient.builder());
        application(
                serverless,
                "insecure-outside-vpc",
                request -> request.networkConfiguration((NetworkConfiguration) null));
        application(
                serverless,
                "insecure-never-stops",
                request -> request.autoStopConfiguration(stop -> stop.enabled(false)));
        application(
                serverless, "insecure-unlimited", request -> request.maximumCapacity((MaximumAllowedResources) null));
        application(serverless, "insecure-untagged", request -> request.tags(Map.of()));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        block(account, 22);
    }

    private static void block(EmulatedAccount account, int but) {
        account.client(EmrClient.builder())
                .putBlockPublicAccessConfiguration(
                        request -> request.blockPublicAccessConfiguration(configuration -> configuration
                                .blockPublicSecurityGroupRules(true)
                                .permittedPublicSecurityGroupRuleRanges(PortRange.builder()
                                        .minRange(but)
                                        .maxRange(but)
                                        .build())));
    }

    private static void application(
            EmrServerlessClient serverless, String name, Consumer<CreateApplicationRequest.Builder> more) {
        CreateApplicationRequest.Builder request = CreateApplicationRequest.builder()
                .name(name)
                .clientToken(name)
                .type("SPARK")
                .releaseLabel("emr-7.5.0")
                .networkConfiguration(network -> network.subnetIds("subnet-0a").securityGroupIds("sg-0a"))
                .autoStopConfiguration(stop -> stop.enabled(true).idleTimeoutMinutes(15))
                .maximumCapacity(capacity -> capacity.cpu("10 vCPU").memory("40 GB"))
                .tags(Map.of("Owner", "data"));
        more.accept(request);
        serverless.createApplication(request.build());
    }
}
