package io.awsaudit.collectors.resourcegroups;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.resourcegroups.Group;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Resource groups with AWS's documented responses: moto has no pages, and does not say what is in a group. */
class GroupCollectorTest {
    private static final String LIST = "POST /groups-list";
    private static final String RESOURCES = "POST /list-group-resources";
    private static final String ARN = "arn:aws:resource-groups:us-east-1:111122223333:group/";

    private static CannedAws aws() {
        return new CannedAws()
                .json("/tags ", """
                {"Arn": "%sone", "Tags": {"Owner": "team"}}""".formatted(ARN))
                .json(LIST, """
                {"GroupIdentifiers": [{"GroupName": "one", "GroupArn": "%sone"}], "NextToken": "more"}""".formatted(ARN))
                .json("nextToken=more", """
                {"GroupIdentifiers": [{"GroupName": "AWS_AppRegistry_Application-two",
                "GroupArn": "%sAWS_AppRegistry_Application-two"}]}""".formatted(ARN));
    }

    @Test
    void groupsAreReadToTheLastPageAndLookedIntoUntilThereIsAResource() {
        try (CannedAws aws = aws().json(RESOURCES, """
                        {"Resources": [], "ResourceIdentifiers": [], "NextToken": "further"}""").json("\"NextToken\":\"further\"", """
                        {"Resources": [{"Identifier": {"ResourceArn": "arn:aws:sqs:us-east-1:111122223333:queue"}}],
                        "NextToken": "never"}""")) {
            List<Group> groups = aws.collect(Group.class).resources().stream()
                    .map(Group.class::cast)
                    .toList();
            assertThat(groups).extracting(Group::name).containsExactly("AWS_AppRegistry_Application-two", "one");
            assertThat(groups).extracting(Group::isServiceOwned).containsExactly(true, false);
            assertThat(groups.get(1).contents()).isEqualTo(Observed.known(new Group.Contents(false, List.of())));
            assertThat(groups.get(1).tags()).isEqualTo(Observed.known(Map.of("Owner", "team")));
            assertThat(aws.requests()).noneMatch(request -> request.contains("never"));
        }
    }

    @Test
    void aGroupOfAStackThatIsGoneSaysSo() {
        try (CannedAws aws = aws().json(RESOURCES, """
                {"Resources": [], "QueryErrors": [{"ErrorCode": "CLOUDFORMATION_STACK_NOT_EXISTING", "Message": "gone"}]}""")) {
            assertThat(aws.collect(Group.class).resources())
                    .allSatisfy(group -> assertThat(((Group) group).contents())
                            .isEqualTo(Observed.known(
                                    new Group.Contents(true, List.of("CLOUDFORMATION_STACK_NOT_EXISTING")))));
        }
    }

    @Test
    void whatMayNotBeLookedIntoStaysUnknown() {
        try (CannedAws aws = aws().answer(RESOURCES, 403, "application/json", """
                {"__type": "ForbiddenException", "Message": "no"}""")) {
            assertThat(aws.collect(Group.class).resources())
                    .hasSize(2)
                    .allMatch(group -> !((Group) group).contents().isKnown());
        }
    }
}
