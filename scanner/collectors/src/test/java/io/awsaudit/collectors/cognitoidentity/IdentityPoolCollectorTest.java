package io.awsaudit.collectors.cognitoidentity;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.cognitoidentity.IdentityPool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What AWS says of identity pools, with its documented responses. */
class IdentityPoolCollectorTest {
    private static final String LIST = "AWSCognitoIdentityService.ListIdentityPools";
    private static final String DESCRIBE = "AWSCognitoIdentityService.DescribeIdentityPool";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .json(
                        LIST,
                        "{\"IdentityPools\":[{\"IdentityPoolId\":\"us-east-1:0a\",\"IdentityPoolName\":\"shop\"}],\"NextToken\":\"more\"}")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"IdentityPools\":[{\"IdentityPoolId\":\"us-east-1:0b\",\"IdentityPoolName\":\"staff\"}]}")
                .json(DESCRIBE, "{\"IdentityPoolId\":\"us-east-1:0a\",\"AllowUnauthenticatedIdentities\":false}")) {
            assertThat(aws.collect(IdentityPool.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("shop", "staff");
            assertThat(aws.requests()).anyMatch(request -> request.contains("\"MaxResults\":60"));
        }
    }

    @Test
    void whatWasNeverSetIsOff() {
        try (CannedAws aws = listed().json(
                        DESCRIBE, "{\"IdentityPoolId\":\"us-east-1:0a\",\"AllowUnauthenticatedIdentities\":false}")) {
            assertThat(only(aws).settings().knownToBe(new IdentityPool.Settings(false, false, List.of(), List.of())))
                    .isTrue();
        }
    }

    @Test
    void ofSeveralClientsOfAUserPoolOneThatIsNotCheckedIsEnough() {
        try (CannedAws aws = listed().json(DESCRIBE, """
                {"IdentityPoolId":"us-east-1:0a","AllowUnauthenticatedIdentities":true,"AllowClassicFlow":true,
                "IdentityPoolTags":{"Owner":"shop"},"CognitoIdentityProviders":[
                {"ProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_a","ClientId":"1","ServerSideTokenCheck":true},
                {"ProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_a","ClientId":"2"},
                {"ProviderName":"cognito-idp.us-east-1.amazonaws.com/us-east-1_b","ClientId":"3","ServerSideTokenCheck":true}]}""")) {
            IdentityPool pool = only(aws);
            assertThat(pool.settings()
                            .knownToBe(new IdentityPool.Settings(
                                    true,
                                    true,
                                    List.of(
                                            "cognito-idp.us-east-1.amazonaws.com/us-east-1_a",
                                            "cognito-idp.us-east-1.amazonaws.com/us-east-1_b"),
                                    List.of("cognito-idp.us-east-1.amazonaws.com/us-east-1_a"))))
                    .isTrue();
            assertThat(pool.tags().knownToBe(Map.of("Owner", "shop"))).isTrue();
        }
    }

    @Test
    void anAnswerThatDoesNotSayWhetherGuestsMayComeInIsNone() {
        try (CannedAws aws = listed().json(DESCRIBE, "{\"IdentityPoolId\":\"us-east-1:0a\"}")) {
            assertThat(only(aws).settings().unknownBecause().map(Gap::detail).orElse(""))
                    .contains("AllowUnauthenticatedIdentities");
        }
    }

    private static CannedAws listed() {
        return new CannedAws()
                .json(
                        LIST,
                        "{\"IdentityPools\":[{\"IdentityPoolId\":\"us-east-1:0a\",\"IdentityPoolName\":\"shop\"}]}");
    }

    private static IdentityPool only(CannedAws aws) {
        return (IdentityPool) aws.collect(IdentityPool.class).resources().get(0);
    }
}
