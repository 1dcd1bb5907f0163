package io.awsaudit.localstack.seed;

import java.util.function.Consumer;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.DataCatalogType;
import software.amazon.awssdk.services.athena.model.EncryptionOption;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.Tag;
import software.amazon.awssdk.services.athena.model.WorkGroupConfiguration;

/**
 * Work groups and data catalogs. moto cannot change the work group that is there at first, but delete it, and of a catalog without tags
 * it says that there is none.
 */
final class AthenaSeeds implements Seeds {
    private static final Tag OWNER = Tag.builder().key("Owner").value("data").build();

    @Override
    public void insecure(EmulatedAccount account) {
        AthenaClient athena = account.client(AthenaClient.builder());
        group(athena, "insecure-without-metrics", group -> group.publishCloudWatchMetricsEnabled(false), OWNER);
        group(
                athena,
                "insecure-clear-results",
                group -> group.resultConfiguration(results -> results.outputLocation("s3://results/")),
                OWNER);
        group(athena, "insecure-not-enforced", group -> group.enforceWorkGroupConfiguration(false), OWNER);
        group(athena, "insecure-unlimited", group -> group.bytesScannedCutoffPerQuery(null), OWNER);
        group(
                athena,
                "insecure-pinned",
                group -> group.engineVersion(version -> version.selectedEngineVersion("Athena engine version 3")),
                OWNER);
        group(athena, "insecure-untagged", group -> {});
    }

    @Override
    public void hardened(EmulatedAccount account) {
        for (Region region : account.regions()) {
            account.client(AthenaClient.builder(), region).deleteWorkGroup(request -> request.workGroup("primary"));
        }
        AthenaClient athena = account.client(AthenaClient.builder());
        group(athena, "hardened-work-group", group -> {}, OWNER);
        athena.createDataCatalog(request ->
                request.name("hardened-catalog").type(DataCatalogType.HIVE).tags(OWNER));
    }

    private static void group(
            AthenaClient athena, String name, Consumer<WorkGroupConfiguration.Builder> more, Tag... tags) {
        WorkGroupConfiguration.Builder configuration = WorkGroupConfiguration.builder()
                .enforceWorkGroupConfiguration(true)
                .publishCloudWatchMetricsEnabled(true)
                .bytesScannedCutoffPerQuery(1L << 40)
                .engineVersion(version -> version.selectedEngineVersion("AUTO"))
                .resultConfiguration(ResultConfiguration.builder()
                        .outputLocation("s3://results/")
                        .encryptionConfiguration(encryption -> encryption.encryptionOption(EncryptionOption.SSE_S3))
                        .build());
        more.accept(configuration);
        athena.createWorkGroup(request ->
                request.name(name).configuration(configuration.build()).tags(tags));
    }
}
