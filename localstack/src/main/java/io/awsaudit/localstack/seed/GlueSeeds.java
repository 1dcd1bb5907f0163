package io.awsaudit.localstack.seed;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CatalogEncryptionMode;
import software.amazon.awssdk.services.glue.model.MLUserDataEncryptionModeString;
import software.amazon.awssdk.services.glue.model.TransformType;

/** A data catalog, of which there is one in a region, with jobs and transforms. */
final class GlueSeeds implements Seeds {
    private static final String POLICY = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Read", "Effect": "Allow", "Principal": {"AWS": "%s"},
            "Action": "glue:GetTable*", "Resource": "arn:aws:glue:%s:%s:*"}]}""";
    private static final Map<String, String> TAGS = Map.of("Owner", "data");

    @Override
    public void insecure(EmulatedAccount account) {
        GlueClient glue = account.client(GlueClient.builder());
        glue.createDatabase(request -> request.databaseInput(database -> database.name("insecure-database")));
        glue.putDataCatalogEncryptionSettings(request ->
                request.dataCatalogEncryptionSettings(settings -> settings.encryptionAtRest(
                                encryption -> encryption.catalogEncryptionMode(CatalogEncryptionMode.DISABLED))
                        .connectionPasswordEncryption(
                                encryption -> encryption.returnConnectionPasswordEncrypted(false))));
        glue.putResourcePolicy(request -> request.policyInJson(policy(account, "*")));
        job(glue, "insecure-old-version", "2.0", TAGS);
        job(glue, "insecure-untagged", "5.0", Map.of());
        transform(glue, "insecure-unencrypted", MLUserDataEncryptionModeString.DISABLED, null);
    }

    @Override
    public void hardened(EmulatedAccount account) {
        GlueClient glue = account.client(GlueClient.builder());
        String key = KmsSeeds.hardenedKey(account);
        glue.createDatabase(request -> request.databaseInput(database -> database.name("hardened-database")));
        glue.putDataCatalogEncryptionSettings(request ->
                request.dataCatalogEncryptionSettings(settings -> settings.encryptionAtRest(encryption -> encryption
                                .catalogEncryptionMode(CatalogEncryptionMode.SSE_KMS)
                                .sseAwsKmsKeyId(key))
                        .connectionPasswordEncryption(encryption -> encryption
                                .returnConnectionPasswordEncrypted(true)
                                .awsKmsKeyId(key))));
        glue.putResourcePolicy(request -> request.policyInJson(policy(account, account.id())));
        job(glue, "hardened-job", "5.0", TAGS);
        transform(glue, "hardened-transform", MLUserDataEncryptionModeString.SSE_KMS, key);
    }

    private static String policy(EmulatedAccount account, String principal) {
        return POLICY.formatted(principal, EmulatedAccount.HOME.id(), account.id());
    }

    private static void job(GlueClient glue, String name, String version, Map<String, String> tags) {
        glue.createJob(request -> request.name(name)
                .role("glue")
                .glueVersion(version)
                .command(command -> command.name("glueetl").scriptLocation("s3://bucket/job.py"))
                .tags(tags));
    }

    private static void transform(
            GlueClient glue, String name, MLUserDataEncryptionModeString mode, @Nullable String key) {
        glue.createMLTransform(request -> request.name(name)
                .role("glue")
                .inputRecordTables(table -> table.databaseName("database").tableName("table"))
                .parameters(parameters -> parameters
                        .transformType(TransformType.FIND_MATCHES)
                        .findMatchesParameters(matches -> matches.primaryKeyColumnName("id")))
                .transformEncryption(transform -> transform.mlUserDataEncryption(
                        encryption -> encryption.mlUserDataEncryptionMode(mode).kmsKeyId(key)))
                .tags(TAGS));
    }
}
