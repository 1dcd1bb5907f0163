package io.awsaudit.collectors.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.ec2.Instance;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of instances, with AWS's documented responses. */
class InstanceCollectorTest {
    private static final String LIST = "Action=DescribeInstances";

    @Test
    void aListingIsReadToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml(LIST, """
                        <DescribeInstancesResponse><reservationSet><item><instancesSet>
                        <item><instanceId>i-1</instanceId><instanceType>m7g.large</instanceType><instanceState><name>running</name></instanceState></item>
                        </instancesSet></item></reservationSet><nextToken>more</nextToken></DescribeInstancesResponse>""")
                .xml("NextToken=more", answer("<instanceId>i-2</instanceId>", "running"))) {
            assertThat(aws.collect(Instance.class).resources())
                    .extracting(Resource::name)
                    .containsExactly("i-1", "i-2");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(LIST))
                    .hasSize(2);
        }
    }

    @Test
    void aPageThatFailsIsAGapAndKeepsThePagesBeforeIt() {
        try (CannedAws aws = new CannedAws()
                .xml(LIST, """
                        <DescribeInstancesResponse><reservationSet><item><instancesSet>
                        <item><instanceId>i-1</instanceId><instanceType>m7g.large</instanceType><instanceState><name>running</name></instanceState></item>
                        </instancesSet></item></reservationSet><nextToken>more</nextToken></DescribeInstancesResponse>""")
                .answer(
                        "NextToken=more",
                        403,
                        "text/xml",
                        "<Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>")) {
            Inventory inventory = aws.collect(Instance.class);
            assertThat(inventory.resources()).hasSize(1);
            assertThat(inventory.coverage().listings())
                    .anySatisfy(listing ->
                            assertThat(listing.gap().orElseThrow().cause()).isEqualTo(Gap.Cause.DENIED));
        }
    }

    @Test
    void terminatedInstancesAreNone() {
        for (String state : List.of("shutting-down", "terminated")) {
            try (CannedAws aws = new CannedAws().xml(LIST, answer("<instanceId>i-1</instanceId>", state))) {
                assertThat(aws.collect(Instance.class).resources()).isEmpty();
            }
        }
    }

    @Test
    void theTimeOfAStopIsInItsReason() {
        assertThat(only("<reason>User initiated (2025-11-03 12:00:01 GMT)</reason>", "stopped")
                        .stoppedAt()
                        .knownToBe(Optional.of(Instant.parse("2025-11-03T12:00:01Z"))))
                .isTrue();
    }

    @Test
    void aStopWithoutATimeIsUnknown() {
        assertThat(only("<reason>Server.InternalError</reason>", "stopped")
                        .stoppedAt()
                        .unknownBecause())
                .hasValueSatisfying(gap -> assertThat(gap.detail()).contains("Server.InternalError"));
        assertThat(only("", "stopped").stoppedAt().isKnown()).isFalse();
    }

    @Test
    void aRunningInstanceHasNotStoppedWhateverItsReasonSays() {
        assertThat(only("<reason>User initiated (2020-01-01 00:00:00 GMT)</reason>", "running")
                        .stoppedAt()
                        .knownToBe(Optional.empty()))
                .isTrue();
    }

    @Test
    void addressesAndGroupsOfAllNetworkInterfacesCount() {
        Instance instance = only("""
                <ipAddress>198.51.100.1</ipAddress><groupSet><item><groupId>sg-1</groupId></item></groupSet>
                <networkInterfaceSet>
                <item><groupSet><item><groupId>sg-1</groupId></item></groupSet>
                  <association><publicIp>198.51.100.1</publicIp></association></item>
                <item><groupSet><item><groupId>sg-2</groupId></item></groupSet>
                  <privateIpAddressesSet><item><association><publicIp>198.51.100.2</publicIp></association></item></privateIpAddressesSet>
                  <ipv6AddressesSet><item><ipv6Address>2001:db8::7</ipv6Address></item></ipv6AddressesSet></item>
                </networkInterfaceSet>""", "running");
        assertThat(instance.publicIps()).containsExactly("198.51.100.1", "198.51.100.2");
        assertThat(instance.ipv6Addresses()).containsExactly("2001:db8::7");
        assertThat(instance.securityGroups())
                .containsExactly(
                        new Arn("arn:aws:ec2:us-east-1:111122223333:security-group/sg-1"),
                        new Arn("arn:aws:ec2:us-east-1:111122223333:security-group/sg-2"));
    }

    @Test
    void metadataOptionsLeftUnsaidAreThoseOfAnInstanceThatNobodyConfigured() {
        assertThat(only("", "running").metadataOptions().allowsVersion1()).isTrue();
        assertThat(only("<metadataOptions><httpTokens>required</httpTokens></metadataOptions>", "running")
                        .metadataOptions()
                        .allowsVersion1())
                .isFalse();
        assertThat(only(
                                "<metadataOptions><httpTokens>optional</httpTokens><httpEndpoint>disabled</httpEndpoint></metadataOptions>",
                                "running")
                        .metadataOptions()
                        .allowsVersion1())
                .isFalse();
    }

    @Test
    void aServiceThatManagesTheInstanceIsNamed() {
        assertThat(only(
                                "<operator><managed>true</managed><principal>eks.amazonaws.com</principal></operator>",
                                "running")
                        .operator())
                .contains("eks.amazonaws.com");
        assertThat(only("<operator><managed>false</managed></operator>", "running")
                        .operator())
                .isEmpty();
    }

    @Test
    void userDataIsLookedThroughAndNotKept() {
        String script = "#!/bin/bash\nexport DB_PASSWORD=hunter" + 22;
        String base64 = Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_8));
        Instance instance = withUserData("<userData><value>" + base64 + "</value></userData>");
        assertThat(instance.userDataSecrets().knownToBe(List.of(new Secret("line 2", "looks like a password or key"))))
                .isTrue();
        assertThat(instance.toString()).doesNotContain(base64, "hunter22");
    }

    @Test
    void anInstanceWithoutUserDataHasNoneThatIsSecret() {
        assertThat(withUserData("<userData/>").userDataSecrets().knownToBe(List.of()))
                .isTrue();
    }

    @Test
    void anAnswerWithoutUserDataIsNone() {
        assertThat(withUserData("").userDataSecrets().isKnown()).isFalse();
    }

    private static Instance withUserData(String userData) {
        try (CannedAws aws = new CannedAws()
                .xml(LIST, answer("<instanceId>i-1</instanceId>", "running"))
                .xml(
                        "Action=DescribeInstanceAttribute&",
                        "<DescribeInstanceAttributeResponse><instanceId>i-1</instanceId>" + userData
                                + "</DescribeInstanceAttributeResponse>")) {
            return (Instance) aws.collect(Instance.class).resources().get(0);
        }
    }

    private static Instance only(String parts, String state) {
        try (CannedAws aws = new CannedAws().xml(LIST, answer("<instanceId>i-1</instanceId>" + parts, state))) {
            return (Instance) aws.collect(Instance.class).resources().get(0);
        }
    }

    private static String answer(String parts, String state) {
        return "<DescribeInstancesResponse><reservationSet><item><instancesSet><item><instanceType>m7g.large</instanceType>"
                + "<instanceState><name>" + state + "</name></instanceState>" + parts
                + "</item></instancesSet></item></reservationSet></DescribeInstancesResponse>";
    }
}
