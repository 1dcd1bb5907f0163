package io.awsaudit.collectors.glue;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.glue.DataCatalog;
import io.awsaudit.inventory.glue.DataCatalog.EncryptionSettings;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CatalogEncryptionMode;
import software.amazon.awssdk.services.glue.model.ConnectionPasswordEncryption;
import software.amazon.awssdk.services.glue.model.EncryptionAtRest;

/** Reads the data catalog of a region, if there is a database in it: one page of them tells. */
final class DataCatalogCollector implements Collector<DataCatalog> {
    private static final Operation GET_DATABASES = Operation.of("glue:GetDatabases");
    private static final Detail ENCRYPTION =
            Detail.of(DataCatalog.class, "encryption", "glue:GetDataCatalogEncryptionSettings");
    private static final Detail POLICY = Detail.of(DataCatalog.class, "policy", "glue:GetResourcePolicy");

    @Override
    public Set<Class<? extends DataCatalog>> yields() {
        return Set.of(DataCatalog.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_DATABASES);
    }

    @Override
    public List<Detail> details() {
        return List.of(ENCRYPTION, POLICY);
    }

    @Override
    public Stream<DataCatalog> collect(Reads reads) {
        GlueClient glue = reads.client(Glue.GLUE);
        boolean used = reads.pages(
                        GET_DATABASES,
                        () -> glue.getDatabasesPaginator(request -> {}).stream()
                                .flatMap(page -> page.databaseList().stream())::iterator)
                .findFirst()
                .isPresent();
        return used ? Stream.of(read(glue, reads)) : Stream.empty();
    }

    private static DataCatalog read(GlueClient glue, Reads reads) {
        Arn arn = reads.arn("glue", "catalog");
        return reads.held(DataCatalog.class, arn)
                .orElseGet(() -> new DataCatalog(
                        Identity.untagged(arn, reads.account(), reads.region(), "data catalog of " + reads.region()),
                        reads.observe(ENCRYPTION, arn, () -> encryptionOf(glue)),
                        reads.observe(POLICY, arn, () -> policyOf(glue))));
    }

    private static EncryptionSettings encryptionOf(GlueClient glue) {
        var settings = Answers.sent(
                glue.getDataCatalogEncryptionSettings(request -> {}).dataCatalogEncryptionSettings(),
                "DataCatalogEncryptionSettings");
        Optional<EncryptionAtRest> metadata = Optional.ofNullable(settings.encryptionAtRest());
        return new EncryptionSettings(
                metadata.map(EncryptionAtRest::catalogEncryptionMode)
                        .filter(mode -> mode != CatalogEncryptionMode.DISABLED)
                        .isPresent(),
                metadata.map(EncryptionAtRest::sseAwsKmsKeyId),
                Optional.ofNullable(settings.connectionPasswordEncryption())
                        .map(ConnectionPasswordEncryption::returnConnectionPasswordEncrypted)
                        .orElse(false));
    }

    private static Policy policyOf(GlueClient glue) {
        return Answers.orIfAbsent(
                        () -> Optional.of(glue.getResourcePolicy(request -> {}).policyInJson()),
                        Optional.<String>empty(),
                        "EntityNotFoundException")
                .map(Policies::parse)
                .orElse(Policy.NONE);
    }
}
