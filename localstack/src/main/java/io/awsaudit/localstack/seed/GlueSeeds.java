package io.awsaudit.localstack.seed;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.CatalogEncryptionMode;
import software.amazon.awssdk.services.glue.model.CloudWatchEncryptionMode;
import software.amazon.awssdk.services.glue.model.ConnectionType;
import software.amazon.awssdk.services.glue.model.CreateJobRequest;
import software.amazon.awssdk.services.glue.model.JobBookmarksEncryptionMode;
import software.amazon.awssdk.services.glue.model.MLUserDataEncryptionModeString;
import software.amazon.awssdk.services.glue.model.S3EncryptionMode;
import software.amazon.awssdk.services.glue.model.TransformType;

/** A data catalog, of which there is one in a region, with jobs, crawlers and transforms. moto keeps no type of connections. */
final class GlueSeeds implements Seeds {
    private static final String POLICY = """
        {"Version": "2012-10-17", "Statement": [{"Sid": "Read", "Effect": "Allow", "Principal": {"AWS": "%s"},
        "Action": "glue:GetTable*", "Resource": "arn:aws:glue:%s:%s:*"}]}\
        """;
    private static final String CONFIGURATION = "hardened-encryption";
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
        encryption(glue, "insecure-clear-data", S3EncryptionMode.DISABLED, true, true);
        encryption(glue, "insecure-clear-logs", S3EncryptionMode.SSE_KMS, false, true);
        encryption(glue, "insecure-clear-bookmarks", S3EncryptionMode.SSE_KMS, true, false);
        job(glue, "insecure-old-version", request -> request.glueVersion("2.0"));
        job(glue, "insecure-untagged", request -> request.tags(Map.of()));
        job(
                glue,
                "insecure-without-logs",
                request -> request.glueVersion("4.0").defaultArguments(Map.of("--enable-metrics", "true")));
        job(glue, "insecure-without-metrics", request -> request.defaultArguments(Map.of()));
        job(
                glue,
                "insecure-with-secret",
                request -> request.defaultArguments(Map.of("--enable-metrics", "true", "--db-password", "hunter" + 2)));
        job(glue, "insecure-without-encryption", request -> request.securityConfiguration(null));
        job(glue, "insecure-without-timeout", request -> request.timeout(2880));
        crawler(glue, "insecure-without-encryption", null, TAGS);
        crawler(glue, "insecure-untagged", CONFIGURATION, Map.of());
        glue.createConnection(request -> request.connectionInput(connection -> connection
                        .name("insecure-untagged")
                        .connectionType(ConnectionType.NETWORK)
                        .connectionPropertiesWithStrings(Map.of()))
                .tags(Map.of()));
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
        encryption(glue, CONFIGURATION, S3EncryptionMode.SSE_KMS, true, true);
        job(glue, "hardened-job", request -> {});
        crawler(glue, "hardened-crawler", CONFIGURATION, TAGS);
        transform(glue, "hardened-transform", MLUserDataEncryptionModeString.SSE_KMS, key);
    }

    private static String policy(EmulatedAccount account, String principal) {
        return POLICY.formatted(principal, EmulatedAccount.HOME.id(), account.id());
    }

    private static void encryption(
            GlueClient glue, String name, S3EncryptionMode data, boolean logs, boolean bookmarks) {
        glue.createSecurityConfiguration(request -> request.name(name)
                .encryptionConfiguration(encryption -> encryption
                        .s3Encryption(store -> store.s3EncryptionMode(data))
                        .cloudWatchEncryption(store -> store.cloudWatchEncryptionMode(
                                logs ? CloudWatchEncryptionMode.SSE_KMS : CloudWatchEncryptionMode.DISABLED))
                        .jobBookmarksEncryption(store -> store.jobBookmarksEncryptionMode(
                                bookmarks
                                        ? JobBookmarksEncryptionMode.CSE_KMS
                                        : JobBookmarksEncryptionMode.DISABLED))));
    }

    private static void job(GlueClient glue, String name, Consumer<CreateJobRequest.Builder> more) {
        CreateJobRequest.Builder request = CreateJobRequest.builder()
                .name(name)
                .role("glue")
                .glueVersion("5.0")
                .command(command -> command.name("glueetl").scriptLocation("s3://bucket/job.py"))
                .defaultArguments(Map.of("--enable-metrics", "true"))
                .timeout(120)
                .securityConfiguration(CONFIGURATION)
                .tags(TAGS);
        more.accept(request);
        glue.createJob(request.build());
    }

    private static void crawler(
            GlueClient glue, String name, @Nullable String configuration, Map<String, String> tags) {
        glue.createCrawler(request -> request.name(name)
                .role("glue")
                .databaseName("database")
                .targets(targets -> targets.s3Targets(target -> target.path("s3://bucket/data")))
                .crawlerSecurityConfiguration(configuration)
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
