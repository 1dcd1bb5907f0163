package io.awsaudit.collectors.glue;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.glue.DataCatalog;
import io.awsaudit.inventory.glue.Job;
import io.awsaudit.inventory.glue.MlTransform;
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
                        "ConnectionPasswordEncryption": {"ReturnConnectionPasswordEncrypted": false}}}""")
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
                        "SseAwsKmsKeyId": "alias/own"}, "ConnectionPasswordEncryption": {"ReturnConnectionPasswordEncrypted": true}}}""").json(POLICY, """
                        {"PolicyInJson": "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\
                        \\"Principal\\":\\"*\\",\\"Action\\":\\"glue:*\\",\\"Resource\\":\\"*\\"}}", "PolicyHash": "x"}""")) {
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
                        "DefaultArguments": {"--password": "hunter2"}}], "NextToken": "more"}""")
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
                                        ", \"TransformEncryption\": {\"MlUserDataEncryption\": {\"MlUserDataEncryptionMode\": \"SSE-KMS\"}}")
                                + "," + transform("old", "DELETING", "") + ","
                                + transform(
                                        "three",
                                        "READY",
                                        ", \"TransformEncryption\": {\"MlUserDataEncryption\": {\"MlUserDataEncryptionMode\": \"DISABLED\"}}")
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
