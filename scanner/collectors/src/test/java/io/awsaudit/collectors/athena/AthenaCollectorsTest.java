package io.awsaudit.collectors.athena;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.athena.DataCatalog;
import io.awsaudit.inventory.athena.WorkGroup;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Athena, with AWS's documented responses. */
class AthenaCollectorsTest {
    private static final String TAGS = "AmazonAthena.ListTagsForResource";

    @Test
    void workGroupsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}")
                .json(
                        "AmazonAthena.ListWorkGroups",
                        "{\"WorkGroups\": [{\"Name\": \"one\", \"State\": \"ENABLED\"}], \"NextToken\": \"more\"}")
                .json("\"NextToken\":\"more\"", "{\"WorkGroups\": [{\"Name\": \"two\", \"State\": \"DISABLED\"}]}")
                .json("\"WorkGroup\":\"one\"", """
                    {"WorkGroup": {"Name": "one", "Configuration": {"EnforceWorkGroupConfiguration": true,
                    "PublishCloudWatchMetricsEnabled": true, "BytesScannedCutoffPerQuery": 10000000,
                    "ResultConfiguration": {"OutputLocation": "s3://results/",
                    "EncryptionConfiguration": {"EncryptionOption": "SSE_KMS"}},
                    "EngineVersion": {"SelectedEngineVersion": "Athena engine version 3",
                    "EffectiveEngineVersion": "Athena engine version 3"}}}}\
                    """)
                .json("\"WorkGroup\":\"two\"", """
                    {"WorkGroup": {"Name": "two", "Configuration": {
                    "EngineVersion": {"SelectedEngineVersion": "AUTO", "EffectiveEngineVersion": "PySpark engine version 3"},
                    "ManagedQueryResultsConfiguration": {"Enabled": true}}}}\
                    """)) {
            List<WorkGroup> groups = groups(aws);
            assertThat(groups).extracting(Resource::name).containsExactly("one", "two");
            WorkGroup one = groups.get(0);
            assertThat(one.tags().knownToBe(Map.of("Owner", "me"))).isTrue();
            assertThat(one.configuration().knownNotTo(WorkGroup.NOT_ENFORCED)).isTrue();
            assertThat(one.configuration().knownNotTo(WorkGroup.WITHOUT_METRICS))
                    .isTrue();
            assertThat(one.configuration().knownNotTo(WorkGroup.CLEAR_RESULTS)).isTrue();
            assertThat(one.configuration().knownNotTo(WorkGroup.UNLIMITED)).isTrue();
            assertThat(one.configuration().knownTo(WorkGroup.ENGINE_PINNED)).isTrue();
            assertThat(one.configuration().knownNotTo(WorkGroup.SPARK)).isTrue();
            WorkGroup two = groups.get(1);
            assertThat(two.configuration().knownTo(WorkGroup.NOT_ENFORCED)).isTrue();
            assertThat(two.configuration().knownTo(WorkGroup.WITHOUT_METRICS)).isTrue();
            assertThat(two.configuration().knownNotTo(WorkGroup.CLEAR_RESULTS)).isTrue();
            assertThat(two.configuration().knownTo(WorkGroup.UNLIMITED)).isTrue();
            assertThat(two.configuration().knownTo(WorkGroup.SPARK)).isTrue();
        }
    }

    @Test
    void theGroupThatAwsMadeIsUntouchedUntilSomethingIsSet() {
        try (CannedAws aws = primary("\"ResultConfiguration\": {\"OutputLocation\": \"\"}")) {
            assertThat(groups(aws).get(0).isUntouched()).isTrue();
        }
        try (CannedAws aws = primary("\"ResultConfiguration\": {\"OutputLocation\": \"s3://results/\"}")) {
            assertThat(groups(aws).get(0).isUntouched()).isFalse();
        }
    }

    @Test
    void aGroupThatIsGoneIsUnknown() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"Tags\": []}")
                .json("AmazonAthena.ListWorkGroups", "{\"WorkGroups\": [{\"Name\": \"one\"}]}")
                .json("AmazonAthena.GetWorkGroup", "{\"WorkGroup\": null}")) {
            assertThat(groups(aws).get(0).configuration().isKnown()).isFalse();
        }
    }

    @Test
    void theCatalogThatAwsProvidesIsNone() {
        try (CannedAws aws = new CannedAws()
                .json(TAGS, "{\"Tags\": []}")
                .json("AmazonAthena.ListDataCatalogs", """
                    {"DataCatalogsSummary": [{"CatalogName": "AwsDataCatalog", "Type": "GLUE"}], "NextToken": "more"}\
                    """)
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"DataCatalogsSummary\": [{\"CatalogName\": \"hive\", \"Type\": \"HIVE\"}]}")) {
            assertThat(aws.collect(DataCatalog.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("hive");
        }
    }

    private static CannedAws primary(String configuration) {
        return new CannedAws()
                .json(TAGS, "{\"Tags\": []}")
                .json("AmazonAthena.ListWorkGroups", "{\"WorkGroups\": [{\"Name\": \"primary\"}]}")
                .json(
                        "AmazonAthena.GetWorkGroup",
                        "{\"WorkGroup\": {\"Name\": \"primary\", \"Configuration\": {" + configuration + "}}}");
    }

    private static List<WorkGroup> groups(CannedAws aws) {
        return aws.collect(WorkGroup.class).resources().stream()
                .map(WorkGroup.class::cast)
                .toList();
    }
}
