package io.awsaudit.collectors.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.cloudformation.Stack;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of stacks, with AWS's documented responses. */
class StackCollectorTest {
    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=DescribeStacks", answer(stack("a", "CREATE_COMPLETE", ""), "<NextToken>more</NextToken>"))
                .xml("NextToken=more", answer(stack("b", "DELETE_IN_PROGRESS", ""), ""))) {
            assertThat(aws.collect(Stack.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("a", "b");
        }
    }

    @Test
    void whatWasNeverSetIsOff() {
        Stack stack = only("");
        assertThat(stack.terminationProtection()).isFalse();
        assertThat(stack.role()).isEmpty();
        assertThat(stack.isNested()).isFalse();
        assertThat(stack.outputSecrets()).isEmpty();
        assertThat(stack.drift()).isEqualTo(Stack.Drift.NOT_CHECKED);
        assertThat(stack.driftChecked()).isEmpty();
        assertThat(stack.notificationTopics()).isEmpty();
        assertThat(stack.rollbackDisabled()).isFalse();
        assertThat(stack.parameterSecrets()).isEmpty();
    }

    @Test
    void driftTopicsAndWhatHappensUponFailureAreRead() {
        Stack stack = only("""
                <DriftInformation><StackDriftStatus>DRIFTED</StackDriftStatus><LastCheckTimestamp>2025-12-01T00:00:00Z</LastCheckTimestamp>
                </DriftInformation><NotificationARNs><member>arn:aws:sns:us-east-1:111122223333:t</member></NotificationARNs>
                <DisableRollback>true</DisableRollback>""");
        assertThat(stack.drift()).isEqualTo(Stack.Drift.DRIFTED);
        assertThat(stack.drift().isDecided()).isTrue();
        Instant day = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(stack.isUncheckedFor(90, day)).isFalse();
        assertThat(stack.isUncheckedFor(30, day)).isTrue();
        assertThat(stack.rollbackDisabled()).isTrue();
        assertThat(stack.edges())
                .containsExactly(
                        new Edge(stack.arn(), Relation.NOTIFIES, new Arn("arn:aws:sns:us-east-1:111122223333:t")));
    }

    @Test
    void credentialsInOutputsAndParametersAreNamedAndNotKept() {
        Stack stack = only("""
                <EnableTerminationProtection>true</EnableTerminationProtection><RoleARN>arn:aws:iam::111122223333:role/r</RoleARN>
                <ParentId>arn:aws:cloudformation:us-east-1:111122223333:stack/root/1</ParentId>
                <Outputs><member><OutputKey>DbPassword</OutputKey><OutputValue>hunter22</OutputValue></member>
                <member><OutputKey>SecretArn</OutputKey><OutputValue>arn:aws:secretsmanager:us-east-1:111122223333:secret:x</OutputValue></member>
                </Outputs>
                <Parameters><member><ParameterKey>MasterPassword</ParameterKey><ParameterValue>****</ParameterValue></member>
                <member><ParameterKey>Token</ParameterKey><ParameterValue>/app/token</ParameterValue><ResolvedValue>hunter33</ResolvedValue></member>
                <member><ParameterKey>Password</ParameterKey><ParameterValue>/app/password</ParameterValue></member>
                <member><ParameterKey>ApiKey</ParameterKey><ParameterValue>hunter44</ParameterValue></member></Parameters>""");
        assertThat(stack.terminationProtection()).isTrue();
        assertThat(stack.role()).hasValue(new Arn("arn:aws:iam::111122223333:role/r"));
        assertThat(stack.isNested()).isTrue();
        assertThat(stack.outputSecrets()).extracting(Secret::where).containsExactly("DbPassword");
        assertThat(stack.parameterSecrets()).extracting(Secret::where).containsExactly("ApiKey", "Token");
        assertThat(stack.toString()).doesNotContain("hunter");
    }

    private static Stack only(String more) {
        try (CannedAws aws =
                new CannedAws().xml("Action=DescribeStacks", answer(stack("s", "CREATE_COMPLETE", more), ""))) {
            return (Stack) aws.collect(Stack.class).resources().get(0);
        }
    }

    private static String answer(String stacks, String more) {
        return """
                <DescribeStacksResponse xmlns="http://cloudformation.amazonaws.com/doc/2010-05-15/"><DescribeStacksResult>
                <Stacks>%s</Stacks>%s</DescribeStacksResult></DescribeStacksResponse>""".formatted(stacks, more);
    }

    private static String stack(String name, String status, String more) {
        return """
                <member><StackId>arn:aws:cloudformation:us-east-1:111122223333:stack/%s/1</StackId><StackName>%s</StackName>
                <StackStatus>%s</StackStatus>%s</member>""".formatted(name, name, status, more);
    }
}
