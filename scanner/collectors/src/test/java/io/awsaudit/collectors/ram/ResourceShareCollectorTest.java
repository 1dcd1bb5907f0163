package io.awsaudit.collectors.ram;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.ram.ResourceShare;
import io.awsaudit.inventory.ram.ResourceShare.Association;
import io.awsaudit.inventory.ram.ResourceShare.FeatureSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS says of resource shares, with its documented responses. */
class ResourceShareCollectorTest {
    private static final String SHARES = "POST /getresourceshares ";
    private static final String ASSOCIATIONS = "POST /getresourceshareassociations ";
    private static final String ARN = "arn:aws:ram:us-east-1:111122223333:resource-share/";

    @Test
    void sharesAreReadToTheLastPageAndDeletedOnesAreNone() {
        try (CannedAws aws = new CannedAws()
                .json(SHARES, "{\"resourceShares\":[" + share("a", "ACTIVE", "") + "],\"nextToken\":\"more\"}")
                .json(
                        "\"nextToken\":\"more\"",
                        "{\"resourceShares\":[" + share("b", "ACTIVE", "") + "," + share("c", "DELETED", "") + "]}")
                .json(ASSOCIATIONS, "{\"resourceShareAssociations\":[]}")) {
            List<ResourceShare> shares = shares(aws);
            assertThat(shares).extracting(ResourceShare::name).containsExactly("a", "b");
            assertThat(shares).allMatch(share -> share.principals().knownToBe(List.of()));
            assertThat(shares).allMatch(share -> share.featureSet().equals(FeatureSet.STANDARD));
            assertThat(aws.requests()).anyMatch(request -> request.contains("\"resourceOwner\":\"SELF\""));
        }
    }

    @Test
    void whatIsSharedAndWithWhomIsAskedOnceForAllShares() {
        try (CannedAws aws = new CannedAws()
                .json(
                        SHARES,
                        "{\"resourceShares\":["
                                + share(
                                        "a",
                                        "ACTIVE",
                                        ",\"featureSet\":\"CREATED_FROM_POLICY\",\"tags\":[{\"key\":\"Owner\",\"value\":\"net\"}]")
                                + "," + share("b", "ACTIVE", "") + "]}")
                .json(
                        "\"associationType\":\"PRINCIPAL\"",
                        "{\"resourceShareAssociations\":["
                                + association("a", "444455556666", "ASSOCIATED", true)
                                + ","
                                + association(
                                        "b",
                                        "arn:aws:organizations::111122223333:organization/o-1",
                                        "ASSOCIATED",
                                        false)
                                + "]}")
                .json(
                        "\"associationType\":\"RESOURCE\"",
                        "{\"resourceShareAssociations\":["
                                + association(
                                        "a", "arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1", "FAILED", false)
                                + "]}")) {
            List<ResourceShare> shares = shares(aws);
            assertThat(shares.get(0)
                            .principals()
                            .knownToBe(List.of(new Association("444455556666", "ASSOCIATED", true))))
                    .isTrue();
            assertThat(shares.get(0).isForOutsiders(List.of())).isTrue();
            assertThat(shares.get(0).isForOutsiders(List.of("444455556666"))).isFalse();
            assertThat(shares.get(0).resources().knownTo(ResourceShare.FAILED)).isTrue();
            assertThat(shares.get(0).isCreatedFromPolicy()).isTrue();
            assertThat(shares.get(0).tags().knownToBe(Map.of("Owner", "net"))).isTrue();
            assertThat(shares.get(1).isForOutsiders(List.of())).isFalse();
            assertThat(shares.get(1).resources().knownToBe(List.of())).isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.startsWith(ASSOCIATIONS))
                    .hasSize(2);
        }
    }

    private static List<ResourceShare> shares(CannedAws aws) {
        return aws.collect(ResourceShare.class).resources().stream()
                .map(ResourceShare.class::cast)
                .toList();
    }

    private static String share(String name, String status, String more) {
        return "{\"resourceShareArn\":\"" + ARN + name + "\",\"name\":\"" + name
                + "\",\"owningAccountId\":\"111122223333\"," + "\"allowExternalPrincipals\":true,\"status\":\"" + status
                + "\"" + more + "}";
    }

    private static String association(String share, String entity, String status, boolean external) {
        return "{\"resourceShareArn\":\"" + ARN + share + "\",\"associatedEntity\":\"" + entity + "\",\"status\":\""
                + status + "\",\"external\":" + external + "}";
    }
}
