package io.awsaudit.collectors.keyspaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.keyspaces.Keyspace;
import io.awsaudit.inventory.keyspaces.Table;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Keyspaces, which the emulator does not have, with AWS's documented responses. */
class KeyspacesCollectorsTest {
    private static final String API = "KeyspacesService.";
    private static final String CASSANDRA = "arn:aws:cassandra:us-east-1:111122223333:/keyspace/";
    private static final String TAGS = "{\"tags\": [{\"key\": \"Owner\", \"value\": \"me\"}]}";

    @Test
    void keyspacesComePageByPageWithoutThoseOfAws() {
        try (CannedAws aws = keyspaces().json(API + "ListTagsForResource", TAGS)) {
            assertThat(aws.collect(Keyspace.class).resources())
                    .allMatch(keyspace -> keyspace.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("orders", "system_of_ours");
        }
    }

    @Test
    void tablesOfEachKeyspaceComePageByPageAndKeyspacesAreListedOnce() {
        try (CannedAws aws = keyspaces()
                .json(API + "ListTables", "{\"tables\": []}")
                .json("\"keyspaceName\":\"orders\"", "{\"tables\": [" + listed("one") + "], \"nextToken\": \"tables\"}")
                .json("\"nextToken\":\"tables\"", "{\"tables\": [" + listed("two") + "]}")
                .json(API + "GetTable", "{\"status\": \"ACTIVE\"}")
                .json(API + "ListTagsForResource", TAGS)) {
            assertThat(aws.collect(Keyspace.class, Table.class).resources())
                    .filteredOn(Table.class::isInstance)
                    .allMatch(table -> ((Table) table).keyspace().equals(new Arn(CASSANDRA + "orders/")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("ListKeyspaces"))
                    .hasSize(2);
        }
    }

    @Test
    void whatATableDoesNotTellIsOffOrOneOfAws() {
        Table table = table("{\"status\": \"ACTIVE\", \"encryptionSpecification\": {\"type\": \"AWS_OWNED_KMS_KEY\"}}");
        assertThat(table.settings().knownTo(Table.WITHOUT_RECOVERY)).isTrue();
        assertThat(table.settings().knownTo(Table.WITHOUT_OWN_KEY)).isTrue();
        assertThat(table.settings().knownTo(Table.WITHOUT_ACCESS_TO_KEY)).isFalse();
    }

    @Test
    void aTableTellsItsRecoveryAndKey() {
        Table table = table("""
                {"status": "INACCESSIBLE_ENCRYPTION_CREDENTIALS", "pointInTimeRecovery": {"status": "ENABLED"},
                "capacitySpecification": {"throughputMode": "PAY_PER_REQUEST"},
                "encryptionSpecification": {"type": "CUSTOMER_MANAGED_KMS_KEY", "kmsKeyIdentifier": "arn:aws:kms:us-east-1:111122223333:key/k"}}""");
        assertThat(table.settings())
                .isEqualTo(Observed.known(new Table.Settings(
                        "INACCESSIBLE_ENCRYPTION_CREDENTIALS",
                        true,
                        Optional.of(new Arn("arn:aws:kms:us-east-1:111122223333:key/k")),
                        "PAY_PER_REQUEST")));
        assertThat(table.settings().knownTo(Table.WITHOUT_ACCESS_TO_KEY)).isTrue();
        assertThat(table.edges()).hasSize(2);
    }

    private static Table table(String answer) {
        try (CannedAws aws = keyspaces()
                .json(API + "ListTables", "{\"tables\": []}")
                .json("\"keyspaceName\":\"orders\"", "{\"tables\": [" + listed("one") + "]}")
                .json(API + "GetTable", answer)
                .json(API + "ListTagsForResource", TAGS)) {
            return (Table) aws.collect(Table.class).resources().get(0);
        }
    }

    private static CannedAws keyspaces() {
        return new CannedAws()
                .json(
                        API + "ListKeyspaces",
                        "{\"keyspaces\": [" + keyspace("system") + "," + keyspace("system_schema_mcs") + ","
                                + keyspace("orders") + "], \"nextToken\": \"more\"}")
                .json("\"nextToken\":\"more\"", "{\"keyspaces\": [" + keyspace("system_of_ours") + "]}");
    }

    private static String keyspace(String name) {
        return "{\"keyspaceName\": \"" + name + "\", \"resourceArn\": \"" + CASSANDRA + name
                + "/\", \"replicationStrategy\": \"SINGLE_REGION\"}";
    }

    private static String listed(String name) {
        return "{\"keyspaceName\": \"orders\", \"tableName\": \"" + name + "\", \"resourceArn\": \"" + CASSANDRA
                + "orders/table/" + name + "\"}";
    }
}
