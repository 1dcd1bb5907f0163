package io.awsaudit.collectors.ec2;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ec2.EbsBlockDevice;
import io.awsaudit.inventory.ec2.ImageBlockPublicAccess;
import io.awsaudit.inventory.ec2.InstanceMetadataDefaults;
import io.awsaudit.inventory.ec2.LaunchTemplate;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpEndpoint;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpTokens;
import io.awsaudit.inventory.ec2.SpotFleet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of how instances are launched, with AWS's documented responses. */
class LaunchCollectorsTest {
    private static final String VERSIONS = "Action=DescribeLaunchTemplateVersions";
    private static final String TEMPLATES = "Action=DescribeLaunchTemplates&";
    private static final String NO_SUCH_ACTION = """
            <Response><Errors><Error><Code>InvalidAction</Code><Message>no such action</Message></Error></Errors></Response>""";

    @Test
    void templatesAreReadAsTheirDefaultVersionsAndToTheLastPage() {
        try (CannedAws aws = new CannedAws()
                .xml(VERSIONS, """
                        <DescribeLaunchTemplateVersionsResponse><launchTemplateVersionSet>%s</launchTemplateVersionSet>
                        <nextToken>more</nextToken></DescribeLaunchTemplateVersionsResponse>""".formatted(version("lt-1", """
                        <metadataOptions><httpTokens>required</httpTokens><httpEndpoint>enabled</httpEndpoint></metadataOptions>
                        <networkInterfaceSet>
                          <item><deviceIndex>0</deviceIndex><associatePublicIpAddress>true</associatePublicIpAddress></item>
                          <item><deviceIndex>1</deviceIndex></item></networkInterfaceSet>
                        <blockDeviceMappingSet>
                          <item><deviceName>/dev/xvda</deviceName><ebs><encrypted>true</encrypted></ebs></item>
                          <item><deviceName>/dev/sdb</deviceName><ebs><snapshotId>snap-1</snapshotId></ebs></item>
                          <item><deviceName>/dev/sdc</deviceName><noDevice></noDevice></item></blockDeviceMappingSet>""")))
                .xml("NextToken=more", """
                        <DescribeLaunchTemplateVersionsResponse><launchTemplateVersionSet>%s</launchTemplateVersionSet>
                        </DescribeLaunchTemplateVersionsResponse>""".formatted(version("lt-2", "<imageId>ami-1</imageId>")))
                .xml(TEMPLATES, tags("lt-1"))) {
            List<LaunchTemplate> templates = all(aws, LaunchTemplate.class);
            LaunchTemplate full = templates.get(0);
            assertThat(full.arn()).isEqualTo(new Arn("arn:aws:ec2:us-east-1:111122223333:launch-template/lt-1"));
            assertThat(full.name()).isEqualTo("name of lt-1");
            assertThat(full.versionNumber()).isEqualTo(3);
            assertThat(full.tags().knownToBe(Map.of("Owner", "team"))).isTrue();
            assertThat(full.httpTokens()).contains(HttpTokens.REQUIRED);
            assertThat(full.httpEndpoint()).contains(HttpEndpoint.ENABLED);
            assertThat(full.networkInterfaces())
                    .containsExactly(
                            new LaunchTemplate.Card(0, Optional.of(true)),
                            new LaunchTemplate.Card(1, Optional.empty()));
            assertThat(full.volumes())
                    .containsExactly(
                            new EbsBlockDevice("/dev/xvda", Optional.of(true), Optional.empty()),
                            new EbsBlockDevice("/dev/sdb", Optional.empty(), Optional.of("snap-1")));
            LaunchTemplate bare = templates.get(1);
            assertThat(bare.leavesTokensToAccount()).isTrue();
            assertThat(bare.networkInterfaces()).isEmpty();
            assertThat(bare.volumes()).isEmpty();
            assertThat(bare.tags().knownToBe(Map.of())).isTrue();
            assertThat(aws.requests().stream().filter(request -> request.contains(VERSIONS)))
                    .hasSize(2)
                    .allMatch(request -> request.contains("LaunchTemplateVersion.1=%24Default"));
            assertThat(aws.requests().stream().filter(request -> request.contains(TEMPLATES)))
                    .hasSize(1);
        }
    }

    @Test
    void aRefusalOfTheTagsLeavesTheTemplates() {
        try (CannedAws aws = new CannedAws()
                .xml(VERSIONS, """
                        <DescribeLaunchTemplateVersionsResponse><launchTemplateVersionSet>%s%s</launchTemplateVersionSet>
                        </DescribeLaunchTemplateVersionsResponse>""".formatted(version("lt-1", ""), version("lt-2", "")))
                .answer(TEMPLATES, 403, "text/xml", """
                        <Response><Errors><Error><Code>UnauthorizedOperation</Code><Message>no</Message></Error></Errors></Response>""")) {
            assertThat(all(aws, LaunchTemplate.class)).hasSize(2).allSatisfy(template -> {
                Gap gap = template.tags().unknownBecause().orElseThrow();
                assertThat(gap.action()).contains("ec2:DescribeLaunchTemplates");
            });
            assertThat(aws.requests().stream().filter(request -> request.contains(TEMPLATES)))
                    .hasSize(1);
        }
    }

    @Test
    void whatAServiceManagesIsKnownToBeManaged() {
        try (CannedAws aws = new CannedAws().xml(VERSIONS, """
                        <DescribeLaunchTemplateVersionsResponse><launchTemplateVersionSet><item><launchTemplateId>lt-1</launchTemplateId>
                        <versionNumber>1</versionNumber><launchTemplateData><imageId>ami-1</imageId></launchTemplateData>
                        <operator><managed>true</managed><principal>eks.amazonaws.com</principal></operator></item>
                        </launchTemplateVersionSet></DescribeLaunchTemplateVersionsResponse>""").xml(TEMPLATES, tags("lt-1"))) {
            LaunchTemplate template = all(aws, LaunchTemplate.class).get(0);
            assertThat(template.operator()).contains("eks.amazonaws.com");
            assertThat(template.name()).isEqualTo("lt-1");
        }
    }

    @Test
    void theVolumesOfASpotFleetAreThoseOfAllItsLaunchSpecifications() {
        try (CannedAws aws =
                new CannedAws().xml("Action=DescribeSpotFleetRequests", """
                        <DescribeSpotFleetRequestsResponse><spotFleetRequestConfigSet>
                        <item><spotFleetRequestId>sfr-1</spotFleetRequestId><spotFleetRequestState>active</spotFleetRequestState>
                        <spotFleetRequestConfig><launchSpecifications>
                          <item><blockDeviceMapping><item><deviceName>/dev/xvda</deviceName><ebs><encrypted>false</encrypted></ebs></item>
                          </blockDeviceMapping></item>
                          <item><blockDeviceMapping><item><deviceName>/dev/sdb</deviceName><ebs><volumeSize>8</volumeSize></ebs></item>
                          <item><deviceName>/dev/sdc</deviceName><virtualName>ephemeral0</virtualName></item></blockDeviceMapping></item>
                        </launchSpecifications></spotFleetRequestConfig>
                        <tagSet><item><key>Name</key><value>batch</value></item></tagSet></item></spotFleetRequestConfigSet>
                        <nextToken>more</nextToken></DescribeSpotFleetRequestsResponse>""").xml("NextToken=more", """
                        <DescribeSpotFleetRequestsResponse><spotFleetRequestConfigSet>
                        <item><spotFleetRequestId>sfr-2</spotFleetRequestId><spotFleetRequestState>cancelled_running</spotFleetRequestState>
                        <spotFleetRequestConfig><launchTemplateConfigs><item><launchTemplateSpecification>
                        <launchTemplateId>lt-1</launchTemplateId></launchTemplateSpecification></item></launchTemplateConfigs>
                        </spotFleetRequestConfig></item></spotFleetRequestConfigSet></DescribeSpotFleetRequestsResponse>""")) {
            List<SpotFleet> fleets = all(aws, SpotFleet.class);
            SpotFleet fleet = fleets.get(0);
            assertThat(fleet.arn()).isEqualTo(new Arn("arn:aws:ec2:us-east-1:111122223333:spot-fleet-request/sfr-1"));
            assertThat(fleet.name()).isEqualTo("batch");
            assertThat(fleet.state()).isEqualTo(SpotFleet.State.ACTIVE);
            assertThat(fleet.launchSpecifications()).isEqualTo(2);
            assertThat(fleet.unencryptedDevices()).containsExactly("/dev/xvda");
            assertThat(fleet.devicesLeftToRegion()).containsExactly("/dev/sdb");
            assertThat(fleets.get(1).state().isOver()).isTrue();
            assertThat(fleets.get(1).launchSpecifications()).isZero();
        }
    }

    @Test
    void anAccountThatNeverChoseHasNoPreferenceForInstanceMetadata() {
        try (CannedAws aws = new CannedAws().xml("Action=GetInstanceMetadataDefaults", """
                        <GetInstanceMetadataDefaultsResponse><requestId>1</requestId><accountLevel/></GetInstanceMetadataDefaultsResponse>""")) {
            assertThat(only(aws, InstanceMetadataDefaults.class).httpTokens().knownToBe(Optional.empty()))
                    .isTrue();
        }
    }

    @Test
    void whatAnAccountChoseForInstanceMetadataIsRead() {
        try (CannedAws aws = new CannedAws().xml("Action=GetInstanceMetadataDefaults", """
                        <GetInstanceMetadataDefaultsResponse><accountLevel><httpTokens>required</httpTokens>
                        <managedBy>account</managedBy></accountLevel></GetInstanceMetadataDefaultsResponse>""")) {
            InstanceMetadataDefaults defaults = only(aws, InstanceMetadataDefaults.class);
            assertThat(defaults.httpTokens().knownTo(InstanceMetadataDefaults.REQUIRED))
                    .isTrue();
            assertThat(defaults.arn())
                    .isEqualTo(new Arn("arn:aws:ec2:us-east-1:111122223333:instance-metadata-defaults"));
        }
    }

    @Test
    void anAnswerWithoutTheDefaultsIsNone() {
        try (CannedAws aws = new CannedAws().xml("Action=GetInstanceMetadataDefaults", """
                        <GetInstanceMetadataDefaultsResponse><requestId>1</requestId></GetInstanceMetadataDefaultsResponse>""")) {
            assertThat(only(aws, InstanceMetadataDefaults.class).httpTokens().isKnown())
                    .isFalse();
        }
    }

    @Test
    void whetherImagesCanBePublicIsRead() {
        try (CannedAws aws = new CannedAws().xml("Action=GetImageBlockPublicAccessState", """
                        <GetImageBlockPublicAccessStateResponse>
                        <imageBlockPublicAccessState>block-new-sharing</imageBlockPublicAccessState>
                        </GetImageBlockPublicAccessStateResponse>""")) {
            assertThat(only(aws, ImageBlockPublicAccess.class)
                            .state()
                            .knownToBe(ImageBlockPublicAccess.State.BLOCK_NEW_SHARING))
                    .isTrue();
        }
    }

    @Test
    void aRegionThatDoesNotKnowTheDefaultsHasNone() {
        try (CannedAws aws = new CannedAws().answer("Action=GetI", 400, "text/xml", NO_SUCH_ACTION)) {
            assertThat(only(aws, ImageBlockPublicAccess.class)
                            .state()
                            .knownToBe(ImageBlockPublicAccess.State.UNBLOCKED))
                    .isTrue();
            assertThat(only(aws, InstanceMetadataDefaults.class).httpTokens().knownToBe(Optional.empty()))
                    .isTrue();
        }
    }

    private static String version(String id, String data) {
        return """
                <item><launchTemplateId>%s</launchTemplateId><launchTemplateName>name of %s</launchTemplateName>
                <versionNumber>3</versionNumber><defaultVersion>true</defaultVersion>
                <launchTemplateData>%s</launchTemplateData></item>""".formatted(id, id, data);
    }

    private static String tags(String id) {
        return """
                <DescribeLaunchTemplatesResponse><launchTemplates><item><launchTemplateId>%s</launchTemplateId>
                <tagSet><item><key>Owner</key><value>team</value></item></tagSet></item></launchTemplates>
                </DescribeLaunchTemplatesResponse>""".formatted(id);
    }

    private static <R extends Resource> List<R> all(CannedAws aws, Class<R> type) {
        return aws.collect(type).resources().stream().map(type::cast).toList();
    }

    private static <R extends Resource> R only(CannedAws aws, Class<R> type) {
        List<R> all = all(aws, type);
        assertThat(all).hasSize(1);
        return all.get(0);
    }
}
