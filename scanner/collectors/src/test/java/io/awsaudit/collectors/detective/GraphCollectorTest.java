package io.awsaudit.collectors.detective;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.detective.Graph;
import io.awsaudit.inventory.detective.Graph.Member;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS says of behaviour graphs, with its documented responses: no emulator has them. */
class GraphCollectorTest {
    private static final String GRAPHS = "POST /graphs/list";
    private static final String MEMBERS = "POST /graph/members/list";
    private static final String TAGS = "GET /tags/";
    private static final String ARN = "arn:aws:detective:us-east-1:111122223333:graph:0a1b";

    @Test
    void anAccountThatAdministersNoGraphHasNone() {
        try (CannedAws aws = new CannedAws().json(GRAPHS, "{\"GraphList\":[]}")) {
            Inventory inventory = aws.collect(Graph.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .singleElement()
                    .matches(listing -> listing.gap().isEmpty());
        }
    }

    @Test
    void membersAreReadToTheLastPage() {
        try (CannedAws aws = listed().json(
                        MEMBERS,
                        "{\"MemberDetails\":[{\"AccountId\":\"444455556666\",\"Status\":\"ENABLED\"}],\"NextToken\":\"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"MemberDetails\":[{\"AccountId\":\"777788889999\",\"Status\":\"ACCEPTED_BUT_DISABLED\",\"DisabledReason\":\"VOLUME_TOO_HIGH\"}]}")
                .json(TAGS, "{\"Tags\":{\"Owner\":\"security\"}}")) {
            Graph graph = only(aws);
            assertThat(graph.members()
                            .knownToBe(List.of(
                                    new Member("444455556666", "ENABLED", ""),
                                    new Member("777788889999", "ACCEPTED_BUT_DISABLED", "VOLUME_TOO_HIGH"))))
                    .isTrue();
            assertThat(graph.members().map(Graph.ACCOUNTS).asOptional()).contains(List.of("777788889999"));
            assertThat(graph.tags().knownToBe(Map.of("Owner", "security"))).isTrue();
        }
    }

    @Test
    void aGraphWithoutMembersAndTagsIsKnownToHaveNone() {
        try (CannedAws aws = listed().json(MEMBERS, "{\"MemberDetails\":[]}").json(TAGS, "{\"Tags\":{}}")) {
            Graph graph = only(aws);
            assertThat(graph.members().knownToBe(List.of())).isTrue();
            assertThat(graph.tags().knownToBe(Map.of())).isTrue();
        }
    }

    private static CannedAws listed() {
        return new CannedAws()
                .json(GRAPHS, "{\"GraphList\":[{\"Arn\":\"" + ARN + "\",\"CreatedTime\":\"2025-01-01T00:00:00Z\"}]}");
    }

    private static Graph only(CannedAws aws) {
        return (Graph) aws.collect(Graph.class).resources().get(0);
    }
}
