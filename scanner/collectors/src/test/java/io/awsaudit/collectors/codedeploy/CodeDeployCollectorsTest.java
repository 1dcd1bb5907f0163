package io.awsaudit.collectors.codedeploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.codedeploy.Application;
import io.awsaudit.inventory.codedeploy.DeploymentGroup;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator, which has neither this way to read groups nor configurations, cannot be brought to say of CodeDeploy. */
class CodeDeployCollectorsTest {
    private static final String APPLICATIONS = "CodeDeploy_20141006.ListApplications";
    private static final String GROUPS = "CodeDeploy_20141006.ListDeploymentGroups";
    private static final String BATCH = "CodeDeploy_20141006.BatchGetDeploymentGroups";
    private static final String CONFIG = "CodeDeploy_20141006.GetDeploymentConfig";
    private static final String TAGS = "CodeDeploy_20141006.ListTagsForResource";

    @Test
    void applicationsComePageByPageAndSoDoTheirTags() {
        try (CannedAws aws = new CannedAws()
                .json(APPLICATIONS, "{\"applications\": [\"one\"], \"nextToken\": \"more\"}")
                .json("\"nextToken\":\"more\"", "{\"applications\": [\"two\"]}")
                .json(TAGS, "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}], \"NextToken\": \"tags\"}")
                .json("\"NextToken\":\"tags\"", "{\"Tags\": [{\"Key\": \"b\", \"Value\": \"2\"}]}")) {
            assertThat(aws.collect(Application.class).resources())
                    .allMatch(application -> application.tags().knownToBe(Map.of("a", "1", "b", "2")))
                    .extracting(resource -> resource.arn().value())
                    .containsExactlyInAnyOrder(
                            "arn:aws:codedeploy:us-east-1:111122223333:application:one",
                            "arn:aws:codedeploy:us-east-1:111122223333:application:two");
        }
    }

    @Test
    void groupsAreReadApplicationAfterApplication() {
        try (CannedAws aws = known("")
                .json(APPLICATIONS, "{\"applications\": [\"empty\", \"shop\"]}")
                .json(GROUPS, "{\"applicationName\": \"empty\", \"deploymentGroups\": []}")
                .json(GROUPS + " {\"applicationName\":\"shop\"}", "{\"deploymentGroups\": [\"production\"]}")) {
            DeploymentGroup group = (DeploymentGroup)
                    aws.collect(DeploymentGroup.class).resources().get(0);
            assertThat(group.arn().value())
                    .isEqualTo("arn:aws:codedeploy:us-east-1:111122223333:deploymentgroup:shop/production");
            assertThat(group.application().value())
                    .isEqualTo("arn:aws:codedeploy:us-east-1:111122223333:application:shop");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(BATCH))
                    .hasSize(1);
        }
    }

    @Test
    void whatWasNeverSetIsOff() {
        DeploymentGroup group = group("");
        assertThat(group.isRolledBack()).isFalse();
        assertThat(group.isWatched()).isFalse();
        assertThat(group.outdatedInstancesIgnored()).isFalse();
        assertThat(group.allAtOnce().knownToBe(true)).isTrue();
    }

    @Test
    void whatWasSetIsRead() {
        DeploymentGroup group = group("""
                , "autoRollbackConfiguration": {"enabled": true, "events": ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM"]},
                "alarmConfiguration": {"enabled": true, "alarms": [{"name": "errors"}]}, "outdatedInstancesStrategy": "IGNORE",
                "serviceRoleArn": "arn:aws:iam::111122223333:role/deploy\"""");
        assertThat(group.isRolledBack()).isTrue();
        assertThat(group.isWatched()).isTrue();
        assertThat(group.outdatedInstancesIgnored()).isTrue();
        assertThat(group.edges()).extracting(Edge::relation).containsExactly(Relation.IN, Relation.RUNS_AS);
    }

    @Test
    void alarmsThatAreNotHeededAreNone() {
        assertThat(group("""
                , "autoRollbackConfiguration": {"enabled": true, "events": ["DEPLOYMENT_STOP_ON_ALARM"]},
                "alarmConfiguration": {"enabled": false, "alarms": [{"name": "errors"}]}""").isWatched()).isFalse();
    }

    @Test
    void thePaceOfAConfigurationOfOnesOwnIsLookedUp() {
        assertThat(paced("\"minimumHealthyHosts\": {\"type\": \"FLEET_PERCENT\", \"value\": 75}"))
                .isFalse();
        assertThat(paced("\"minimumHealthyHosts\": {\"type\": \"HOST_COUNT\", \"value\": 0}"))
                .isTrue();
        assertThat(paced("\"trafficRoutingConfig\": {\"type\": \"AllAtOnce\"}")).isTrue();
        assertThat(paced("\"trafficRoutingConfig\": {\"type\": \"TimeBasedLinear\"}"))
                .isFalse();
    }

    @Test
    void aGroupThatAwsDoesNotDescribeLeavesAGap() {
        try (CannedAws aws = known("").json(BATCH, "{\"deploymentGroupsInfo\": [], \"errorMessage\": \"no\"}")) {
            var inventory = aws.collect(DeploymentGroup.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .anyMatch(listing -> listing.gap().isPresent());
        }
    }

    private static boolean paced(String config) {
        try (CannedAws aws = known("")
                .json(BATCH, "{\"deploymentGroupsInfo\": [" + described("own", "") + "]}")
                .json(CONFIG, "{\"deploymentConfigInfo\": {\"deploymentConfigName\": \"own\", " + config + "}}")) {
            return ((DeploymentGroup)
                            aws.collect(DeploymentGroup.class).resources().get(0))
                    .allAtOnce()
                    .asOptional()
                    .orElseThrow();
        }
    }

    private static DeploymentGroup group(String more) {
        try (CannedAws aws = known(more)) {
            return (DeploymentGroup)
                    aws.collect(DeploymentGroup.class).resources().get(0);
        }
    }

    private static CannedAws known(String more) {
        return new CannedAws()
                .json(APPLICATIONS, "{\"applications\": [\"shop\"]}")
                .json(GROUPS, "{\"deploymentGroups\": [\"production\"]}")
                .json(BATCH, "{\"deploymentGroupsInfo\": [" + described("CodeDeployDefault.AllAtOnce", more) + "]}")
                .json(TAGS, "{\"Tags\": []}");
    }

    private static String described(String config, String more) {
        return """
                {"applicationName": "shop", "deploymentGroupName": "production", "computePlatform": "Server",
                "deploymentConfigName": "%s"%s}""".formatted(config, more);
    }
}
