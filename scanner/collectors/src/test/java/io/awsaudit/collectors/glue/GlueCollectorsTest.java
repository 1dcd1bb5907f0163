package io.awsaudit.collectors.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.glue.Connection;
import io.awsaudit.inventory.glue.Crawler;
import io.awsaudit.inventory.glue.DataCatalog;
import io.awsaudit.inventory.glue.Job;
import io.awsaudit.inventory.glue.MlTransform;
import io.awsaudit.inventory.glue.SecurityConfiguration;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Glue, with AWS's documented responses. */
class GlueCollectorsTest {
    private static final String DATABASES = "AWSGlue.GetDatabases";
    private static final String ENCRYPTION = "AWSGlue.GetDataCatalogEncryptionSettings";
    private static final String POLICY = "AWSGlue.GetResourcePolicy";
    private static final String TAGS = "AWSGlue.GetTags";

    @Test
    void aCatalogWithoutDatabasesIsNone() {
        try (CannedAws aws = new CannedAws().json(DATABASES, "{\"DatabaseList\": []}")) {
            assertThat(aws.collect(DataCatalog.class).resources()).isEmpty();
            assertThat(aws.requests()).noneMatch(request -> request.contains(ENCRYPTION) || request.contains(POLICY));
        }
    }

    @Test
    void whatWasNeverSetIsKnown() {
        try (CannedAws aws = catalog("""
            {"DataCatalogEncryptionSettings": {"EncryptionAtRest": {"CatalogEncryptionMode": "DISABLED"},
            "ConnectionPasswordEncryption": {"ReturnConnectionPasswordEncrypted": false}}}\
            """)
                .answer(
                        POLICY,
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\": \"EntityNotFoundException\", \"Message\": \"Policy not found\"}")) {
            DataCatalog catalog =
                    (DataCatalog) aws.collect(DataCatalog.class).resources().get(0);
            assertThat(catalog.encryption().knownTo(DataCatalog.CLEAR_METADATA)).isTrue();
            assertThat(catalog.encryption().knownTo(DataCatalog.CLEAR_PASSWORDS))
                    .isTrue();
            assertThat(catalog.policy().knownToBe(Policy.NONE)).isTrue();
        }
    }

    @Test
    void whatWasSetIsRead() {
        try (CannedAws aws = catalog("""
            {"DataCatalogEncryptionSettings": {"EncryptionAtRest": {"CatalogEncryptionMode": "SSE-KMS-WITH-SERVICE-ROLE",
            "SseAwsKmsKeyId": "alias/own"}, "ConnectionPasswordEncryption": {"ReturnConnectionPasswordEncrypted": true}}}\
            """).json(POLICY, """
                {"PolicyInJson": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\
                \\"Principal\\":\\"*\\",\\"Action\\":\\"glue:*\\",\\"Resource\\":\\"*\\"}}", "PolicyHash": "x"}\
                """)) {
            DataCatalog catalog =
                    (DataCatalog) aws.collect(DataCatalog.class).resources().get(0);
            assertThat(catalog.encryption().knownNotTo(DataCatalog.CLEAR_METADATA))
                    .isTrue();
            assertThat(catalog.encryption().knownNotTo(DataCatalog.CLEAR_PASSWORDS))
                    .isTrue();
            assertThat(catalog.policy().knownTo(Policy.OPEN)).isTrue();
        }
    }

    @Test
    void jobsComePageByPageWithoutTheirArguments() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"Tags\": {\"Owner\": \"me\"}}")
                .json("AWSGlue.GetJobs", """
                    {"Jobs": [{"Name": "one", "Command": {"Name": "glueetl"}, "GlueVersion": "4.0",
                    "DefaultArguments": {"--password": "hunter2"}}], "NextToken": "more"}\
                    """)
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Jobs\": [{\"Name\": \"two\", \"Command\": {\"Name\": \"pythonshell\"}}]}")) {
            List<Resource> jobs = aws.collect(Job.class).resources();
            assertThat(jobs).extracting(Resource::name).containsExactly("one", "two");
            assertThat(jobs).extracting(job -> ((Job) job).isSpark()).containsExactly(true, false);
            assertThat(jobs)
                    .extracting(job -> ((Job) job).runsOnOneOf(List.of("2.0")))
                    .containsExactly(false, true);
            assertThat(jobs).allMatch(job -> job.tags().knownToBe(Map.of("Owner", "me")));
            assertThat(jobs.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void whatJobsAskOfGlueIsReadFromTheirArguments() {
        try (CannedAws aws = new CannedAws().json(TAGS, "{\"Tags\": {}}").json("AWSGlue.GetJobs", """
            {"Jobs": [{"Name": "all", "Command": {"Name": "glueetl"}, "GlueVersion": "4.0", "Timeout": 60,
            "SecurityConfiguration": "encrypted", "DefaultArguments": {"--enable-metrics": "",
            "--enable-continuous-cloudwatch-log": "true", "--db-password": "hunter2"}},
            {"Name": "none", "Command": {"Name": "glueetl"}, "GlueVersion": "4.0",
            "DefaultArguments": {"--enable-metrics": "true", "--enable-continuous-cloudwatch-log": "true"},
            "NonOverridableArguments": {"--enable-metrics": "false",
            "--enable-continuous-cloudwatch-log": "false"}}]}\
            """)) {
            List<Job> jobs = aws.collect(Job.class).resources().stream()
                    .map(Job.class::cast)
                    .toList();
            assertThat(jobs).extracting(Job::isLogged).containsExactly(true, false);
            assertThat(jobs).extracting(Job::metrics).containsExactly(true, false);
            assertThat(jobs.get(0).argumentSecrets())
                    .extracting(secret -> secret.where())
                    .containsExactly("--db-password");
            assertThat(jobs.get(0).timeoutMinutes()).contains(60);
            assertThat(jobs.get(1).timeoutMinutes()).isEmpty();
            assertThat(jobs.get(0).edges()).hasSize(1);
            assertThat(jobs.get(1).securityConfiguration()).isEmpty();
            assertThat(jobs.toString()).doesNotContain("hunter2");
        }
    }

    @Test
    void securityConfigurationsComePageByPageAndWhatTheyLeaveOutIsOff() {
        try (CannedAws aws =
                new CannedAws().json("AWSGlue.GetSecurityConfigurations", """
                    {"SecurityConfigurations": [{"Name": "all", "EncryptionConfiguration": {
                    "S3Encryption": [{"S3EncryptionMode": "SSE-KMS"}],
                    "CloudWatchEncryption": {"CloudWatchEncryptionMode": "SSE-KMS"},
                    "JobBookmarksEncryption": {"JobBookmarksEncryptionMode": "CSE-KMS"}}}], "NextToken": "more"}\
                    """).json("\"NextToken\":\"more\"", """
                        {"SecurityConfigurations": [{"Name": "none"}, {"Name": "off", "EncryptionConfiguration": {
                        "S3Encryption": [{"S3EncryptionMode": "SSE-S3"}, {"S3EncryptionMode": "DISABLED"}],
                        "CloudWatchEncryption": {"CloudWatchEncryptionMode": "DISABLED"},
                        "JobBookmarksEncryption": {"JobBookmarksEncryptionMode": "DISABLED"}}}]}\
                        """)) {
            List<SecurityConfiguration> configurations = aws.collect(SecurityConfiguration.class).resources().stream()
                    .map(SecurityConfiguration.class::cast)
                    .toList();
            assertThat(configurations).extracting(Resource::name).containsExactly("all", "none", "off");
            assertThat(configurations)
                    .extracting(SecurityConfiguration::dataEncrypted)
                    .containsExactly(true, false, false);
            assertThat(configurations)
                    .extracting(SecurityConfiguration::logsEncrypted)
                    .containsExactly(true, false, false);
            assertThat(configurations)
                    .extracting(SecurityConfiguration::bookmarksEncrypted)
                    .containsExactly(true, false, false);
        }
    }

    @Test
    void crawlersAreReadWithHowTheyLastRan() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"Tags\": {\"Owner\": \"me\"}}")
                .json("AWSGlue.GetCrawlers", """
                    {"Crawlers": [{"Name": "one", "LastCrawl": {"Status": "FAILED"},
                    "CrawlerSecurityConfiguration": "encrypted"}], "NextToken": "more"}\
                    """)
                .json("\"NextToken\":\"more\"", "{\"Crawlers\": [{\"Name\": \"two\"}]}")) {
            List<Crawler> crawlers = aws.collect(Crawler.class).resources().stream()
                    .map(Crawler.class::cast)
                    .toList();
            assertThat(crawlers).extracting(Crawler::hasFailed).containsExactly(true, false);
            assertThat(crawlers.get(0).edges()).hasSize(1);
            assertThat(crawlers.get(1).securityConfiguration()).isEmpty();
            assertThat(crawlers).allMatch(crawler -> crawler.tags().knownToBe(Map.of("Owner", "me")));
        }
    }

    @Test
    void connectionsAreAskedForWithoutPasswords() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"Tags\": {}}")
                .json("AWSGlue.GetConnections", """
                    {"ConnectionList": [{"Name": "one", "ConnectionType": "JDBC", "ConnectionProperties": {
                    "USERNAME": "ann", "JDBC_ENFORCE_SSL": "false", "ENCRYPTED_PASSWORD": "hunter2"}}],
                    "NextToken": "more"}\
                    """)
                .json("\"NextToken\":\"more\"", """
                    {"ConnectionList": [{"Name": "two", "ConnectionType": "JDBC", "ConnectionProperties": {
                    "SECRET_ID": "database", "JDBC_ENFORCE_SSL": "true"}}]}\
                    """)) {
            List<Connection> connections = aws.collect(Connection.class).resources().stream()
                    .map(Connection.class::cast)
                    .toList();
            assertThat(connections).extracting(Connection::keepsPassword).containsExactly(true, false);
            assertThat(connections).extracting(Connection::tlsEnforced).containsExactly(false, true);
            assertThat(connections).allMatch(Connection::isJdbc);
            assertThat(connections.toString()).doesNotContain("hunter2");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("GetConnections"))
                    .isNotEmpty()
                    .allMatch(request -> request.contains("\"HidePassword\":true"));
        }
    }

    @Test
    void transformsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"Tags\": {}}")
                .json(
                        "AWSGlue.GetMLTransforms",
                        "{\"Transforms\": [" + transform("one", "READY", "") + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Transforms\": ["
                                + transform(
                                        "two",
                                        "READY",
                                        ", \"TransformEncryption\": {\"MlUserDataEncryption\":"
                                                + " {\"MlUserDataEncryptionMode\": \"SSE-KMS\"}}")
                                + "," + transform("old", "DELETING", "") + ","
                                + transform(
                                        "three",
                                        "READY",
                                        ", \"TransformEncryption\": {\"MlUserDataEncryption\":"
                                                + " {\"MlUserDataEncryptionMode\": \"DISABLED\"}}")
                                + "]}")) {
            List<Resource> transforms = aws.collect(MlTransform.class).resources();
            assertThat(transforms).extracting(Resource::name).containsExactly("one", "three", "two");
            assertThat(transforms)
                    .extracting(transform -> ((MlTransform) transform).userDataEncrypted())
                    .containsExactly(false, false, true);
        }
    }

    private static CannedAws catalog(String encryption) {
        return new CannedAws()
                .json(DATABASES, "{\"DatabaseList\": [{\"Name\": \"sales\"}]}")
                .json(ENCRYPTION, encryption);
    }

    private static String transform(String name, String status, String members) {
        return "{\"TransformId\": \"tfm-" + name + "\", \"Name\": \"" + name + "\", \"Status\": \"" + status + "\""
                + members + "}";
    }
}
