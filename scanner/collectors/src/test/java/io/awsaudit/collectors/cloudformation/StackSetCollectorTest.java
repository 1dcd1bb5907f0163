package io.awsaudit.collectors.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.cloudformation.Stack;
import io.awsaudit.inventory.cloudformation.StackSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of stack sets, with AWS's documented responses. */
class StackSetCollectorTest {
    @Test
    void setsComePageByPageWithTheirTags() {
        try (CannedAws aws = described()
                .xml("Action=ListStackSets", answer(set("a", ""), "<NextToken>more</NextToken>"))
                .xml("NextToken=more", answer(set("b", ""), ""))) {
            assertThat(aws.collect(StackSet.class).resources())
                    .allMatch(set -> set.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(set -> set.arn().value())
                    .containsExactlyInAnyOrder(
                            "arn:aws:cloudformation:us-east-1:111122223333:stackset/a:1",
                            "arn:aws:cloudformation:us-east-1:111122223333:stackset/b:1");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("Action=ListStackSets"))
                    .allMatch(request -> request.contains("Status=ACTIVE") && request.contains("MaxResults=100"));
        }
    }

    @Test
    void whatIsLeftOutIsNot() {
        StackSet set = only("");
        assertThat(set.isForUnits()).isFalse();
        assertThat(set.autoDeployment()).isFalse();
        assertThat(set.drift()).isEqualTo(Stack.Drift.NOT_CHECKED);
    }

    @Test
    void whatIsSetIsRead() {
        StackSet set = only("""
                <PermissionModel>SERVICE_MANAGED</PermissionModel><AutoDeployment><Enabled>true</Enabled></AutoDeployment>
                <DriftStatus>DRIFTED</DriftStatus>""");
        assertThat(set.isForUnits()).isTrue();
        assertThat(set.autoDeployment()).isTrue();
        assertThat(set.drift()).isEqualTo(Stack.Drift.DRIFTED);
    }

    private static StackSet only(String more) {
        try (CannedAws aws = described().xml("Action=ListStackSets", answer(set("a", more), ""))) {
            return (StackSet) aws.collect(StackSet.class).resources().get(0);
        }
    }

    private static CannedAws described() {
        return new CannedAws().xml("Action=DescribeStackSet", """
                <DescribeStackSetResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStackSetResult>
                <StackSet><Tags><member><Key>Owner</Key><Value>me</Value></member></Tags></StackSet>
                </DescribeStackSetResult></DescribeStackSetResponse>""");
    }

    private static String answer(String sets, String more) {
        return """
                <ListStackSetsResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><ListStackSetsResult>
                <Summaries>%s</Summaries>%s</ListStackSetsResult></ListStackSetsResponse>""".formatted(sets, more);
    }

    private static String set(String name, String more) {
        return "<member><StackSetName>" + name + "</StackSetName><StackSetId>" + name + ":1</StackSetId>"
                + "<Status>ACTIVE</Status>" + more + "</member>";
    }
}
