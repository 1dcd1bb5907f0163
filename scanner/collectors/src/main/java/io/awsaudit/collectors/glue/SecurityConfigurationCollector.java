package io.awsaudit.collectors.glue;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.glue.SecurityConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.model.CloudWatchEncryption;
import software.amazon.awssdk.services.glue.model.EncryptionConfiguration;
import software.amazon.awssdk.services.glue.model.JobBookmarksEncryption;

/** Reads how jobs and crawlers encrypt. */
final class SecurityConfigurationCollector implements Collector<SecurityConfiguration> {
    private static final Operation GET_SECURITY_CONFIGURATIONS =
            Operation.of("glue:GetSecurityConfigurations").pages(Glue.PAGE);
    private static final String DISABLED = "DISABLED";

    @Override
    public Set<Class<? extends SecurityConfiguration>> yields() {
        return Set.of(SecurityConfiguration.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_SECURITY_CONFIGURATIONS);
    }

    @Override
    public Stream<SecurityConfiguration> collect(Reads reads) {
        return reads.pages(
                        GET_SECURITY_CONFIGURATIONS,
                        () -> reads.client(Glue.GLUE)
                                .getSecurityConfigurationsPaginator(request -> request.maxResults(Glue.PAGE))
                                .securityConfigurations())
                .map(sent -> read(sent, reads));
    }

    /** What was never chosen is left out, and is off. */
    private static SecurityConfiguration read(
            software.amazon.awssdk.services.glue.model.SecurityConfiguration sent, Reads reads) {
        Optional<EncryptionConfiguration> encryption = Optional.ofNullable(sent.encryptionConfiguration());
        List<String> data = encryption.map(EncryptionConfiguration::s3Encryption).stream()
                .flatMap(List::stream)
                .map(store -> Glue.orEmpty(store.s3EncryptionModeAsString()))
                .toList();
        return new SecurityConfiguration(
                Identity.untagged(
                        Glue.securityConfiguration(sent.name(), reads), reads.account(), reads.region(), sent.name()),
                !data.isEmpty() && data.stream().allMatch(SecurityConfigurationCollector::isOn),
                encryption
                        .map(EncryptionConfiguration::cloudWatchEncryption)
                        .map(CloudWatchEncryption::cloudWatchEncryptionModeAsString)
                        .filter(SecurityConfigurationCollector::isOn)
                        .isPresent(),
                encryption
                        .map(EncryptionConfiguration::jobBookmarksEncryption)
                        .map(JobBookmarksEncryption::jobBookmarksEncryptionModeAsString)
                        .filter(SecurityConfigurationCollector::isOn)
                        .isPresent());
    }

    private static boolean isOn(String mode) {
        return !mode.isEmpty() && !mode.equals(DISABLED);
    }
}
