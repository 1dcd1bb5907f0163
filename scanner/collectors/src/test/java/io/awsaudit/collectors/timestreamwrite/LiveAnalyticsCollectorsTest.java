package io.awsaudit.collectors.timestreamwrite;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.timestreamwrite.Database;
import io.awsaudit.inventory.timestreamwrite.Table;
import io.awsaudit.inventory.timestreamwrite.Table.MagneticStoreWrites;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of Timestream for LiveAnalytics, with AWS's documented responses. */
class LiveAnalyticsCollectorsTest {
    private static final String API = "Timestream_20181101.";
    private static final String RETENTION = """
            "RetentionProperties": {"MemoryStoreRetentionPeriodInHours": 6, "MagneticStoreRetentionPeriodInDays": 365}""";

    @Test
    void databasesComePageByPageAndTheGivenEndpointIsNotAskedForAnother() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "ListDatabases",
                        "{\"Databases\": [" + database("one", "key/1") + "], \"NextToken\": \"more\"}")
                .json("\"NextToken\":\"more\"", "{\"Databases\": [" + database("two", "key/2") + "]}")
                .json(API + "ListTagsForResource", "{\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}")) {
            Inventory inventory = aws.collect(Database.class);
            assertThat(inventory.resources())
                    .allMatch(database -> database.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
            assertThat(aws.requests())
                    .anyMatch(request -> request.contains("\"MaxResults\":20"))
                    .noneMatch(request -> request.contains("DescribeEndpoints"));
        }
    }

    @Test
    void aKeyIsTheSameHoweverItIsCalled() {
        String key = "arn:aws:kms:us-east-1:111122223333:key/1";
        for (String told : List.of(key, "1")) {
            Database database = onlyDatabase(told);
            assertThat(database.kmsKey().value()).isEqualTo(key);
            assertThat(database.namesAwsKey()).isFalse();
            assertThat(database.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(Relation.ENCRYPTED_BY + " " + key);
        }
    }

    @Test
    void anAliasOfAwsIsNoKeyOfTheCustomer() {
        assertThat(onlyDatabase("alias/aws/timestream").namesAwsKey()).isTrue();
        assertThat(onlyDatabase("arn:aws:kms:us-east-1:111122223333:alias/aws/timestream")
                        .namesAwsKey())
                .isTrue();
        assertThat(onlyDatabase("alias/measurements").namesAwsKey()).isFalse();
    }

    @Test
    void anAccountThatNeverUsedItHasNothingAndNoGap() {
        try (CannedAws aws = refusing("Only existing Timestream for LiveAnalytics customers can access the service."
                + " Reach out to AWS support, for more information.")) {
            Inventory inventory = aws.collect(Database.class, Table.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .hasSize(2)
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }

    @Test
    void aRefusalByIamIsAGapAlthoughItsCodeIsTheSame() {
        try (CannedAws aws = refusing("User: arn:aws:iam::111122223333:user/a is not authorized to perform:"
                + " timestream:ListDatabases on resource: arn:aws:timestream:us-east-1:111122223333:database/* because no"
                + " identity-based policy allows the timestream:ListDatabases action")) {
            assertThat(aws.collect(Database.class, Table.class).coverage().listings())
                    .hasSize(2)
                    .allSatisfy(
                            listing -> assertThat(listing.gap().map(Gap::cause)).contains(Gap.Cause.DENIED));
        }
    }

    @Test
    void tablesOfAllDatabasesComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(
                        API + "ListTables",
                        "{\"Tables\": [" + table("one", "ACTIVE", on("")) + "], \"NextToken\": \"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"Tables\": [" + table("two", "RESTORING", on("")) + "," + table("gone", "DELETING", "")
                                + "]}")
                .json(API + "ListTagsForResource", "{\"Tags\": []}")) {
            List<Resource> tables = aws.collect(Table.class).resources();
            assertThat(tables).extracting(Resource::name).containsExactlyInAnyOrder("one", "two");
            assertThat(tables).allMatch(table -> table.tags().knownToBe(Map.of()));
            assertThat(tables.get(0).edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(Relation.IN + " arn:aws:timestream:us-east-1:111122223333:database/db");
            assertThat(aws.requests()).noneMatch(request -> request.contains("DescribeTable"));
        }
    }

    @Test
    void aTableTellsWhereItWritesWhatItRefused() {
        Table table = onlyTable(
                on(", \"MagneticStoreRejectedDataLocation\": {\"S3Configuration\": {\"BucketName\": \"refused\"}}"),
                "");
        assertThat(table.magneticStoreWrites().knownToBe(new MagneticStoreWrites(true, Optional.of("refused"))))
                .isTrue();
        assertThat(table.memoryStoreHours()).isEqualTo(6);
        assertThat(table.magneticStoreDays()).isEqualTo(365);
    }

    @Test
    void aTableThatRefusesWithoutAWordIsSilent() {
        assertThat(onlyTable(on(""), "").magneticStoreWrites().knownTo(Table.REFUSING_IN_SILENCE))
                .isTrue();
        assertThat(onlyTable(on(", \"MagneticStoreRejectedDataLocation\": {}"), "")
                        .magneticStoreWrites()
                        .knownTo(Table.REFUSING_IN_SILENCE))
                .isTrue();
    }

    @Test
    void whatTheListingLeavesOutIsAskedOfTheTable() {
        for (String listed : List.of("", ", \"MagneticStoreWriteProperties\": {}")) {
            assertThat(onlyTable(listed, on("")).magneticStoreWrites().knownTo(Table.REFUSING_IN_SILENCE))
                    .isTrue();
        }
    }

    @Test
    void whatTheTableItselfLeavesOutIsOff() {
        assertThat(onlyTable("", "").magneticStoreWrites().knownToBe(new MagneticStoreWrites(false, Optional.empty())))
                .isTrue();
        assertThat(onlyTable(", \"MagneticStoreWriteProperties\": {\"EnableMagneticStoreWrites\": false}", on(""))
                        .magneticStoreWrites()
                        .knownTo(Table.REFUSING_AT_ONCE))
                .isTrue();
    }

    @Test
    void aTableWithoutRetentionIsNoAnswer() {
        try (CannedAws aws =
                new CannedAws().json(API + "ListTables", """
                        {"Tables": [{"Arn": "arn:aws:timestream:us-east-1:111122223333:database/db/table/t", "TableName": "t",
                        "DatabaseName": "db", "TableStatus": "ACTIVE"}]}""").json(API + "ListTagsForResource", "{\"Tags\": []}")) {
            assertThat(aws.collect(Table.class).coverage().listings())
                    .singleElement()
                    .satisfies(
                            listing -> assertThat(listing.gap().map(Gap::cause)).contains(Gap.Cause.MALFORMED));
        }
    }

    private static CannedAws refusing(String message) {
        return new CannedAws()
                .answer(
                        API + "List",
                        400,
                        "application/x-amz-json-1.0",
                        "{\"__type\":\"com.amazonaws.timestream.v20181101#AccessDeniedException\",\"message\":\""
                                + message + "\"}");
    }

    private static Database onlyDatabase(String key) {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListDatabases", "{\"Databases\": [" + database("one", key) + "]}")
                .json(API + "ListTagsForResource", "{\"Tags\": []}")) {
            return (Database) aws.collect(Database.class).resources().get(0);
        }
    }

    private static Table onlyTable(String listed, String described) {
        try (CannedAws aws = new CannedAws()
                .json(API + "ListTables", "{\"Tables\": [" + table("one", "ACTIVE", listed) + "]}")
                .json(API + "DescribeTable", "{\"Table\": " + table("one", "ACTIVE", described) + "}")
                .json(API + "ListTagsForResource", "{\"Tags\": []}")) {
            return (Table) aws.collect(Table.class).resources().get(0);
        }
    }

    private static String database(String name, String key) {
        return """
                {"Arn": "arn:aws:timestream:us-east-1:111122223333:database/%s", "DatabaseName": "%s", "TableCount": 1,
                "KmsKeyId": "%s", "CreationTime": 1.7E9, "LastUpdatedTime": 1.7E9}""".formatted(name, name, key);
    }

    private static String table(String name, String status, String members) {
        return """
                {"Arn": "arn:aws:timestream:us-east-1:111122223333:database/db/table/%s", "TableName": "%s", "DatabaseName": "db",
                "TableStatus": "%s", %s%s}""".formatted(name, name, status, RETENTION, members);
    }

    private static String on(String members) {
        return ", \"MagneticStoreWriteProperties\": {\"EnableMagneticStoreWrites\": true" + members + "}";
    }
}
