package io.awsaudit.collectors.ssm;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.ssm.AssociationCompliance;
import io.awsaudit.inventory.ssm.ComplianceStatus;
import io.awsaudit.inventory.ssm.Document;
import io.awsaudit.inventory.ssm.ManagedInstance;
import io.awsaudit.inventory.ssm.Parameter;
import io.awsaudit.inventory.ssm.PatchCompliance;
import io.awsaudit.inventory.ssm.ServiceSettings;
import io.awsaudit.inventory.ssm.ServiceSettings.LogDestination;
import io.awsaudit.inventory.ssm.ServiceSettings.PublicSharing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What the emulator cannot be brought to say of Systems Manager, with AWS's documented responses. It knows nothing of managed
 * instances, compliance and service settings.
 */
class SsmCollectorsTest {
    private static final String SETTING = "\"SettingId\":\"/ssm/";

    @Test
    void aDocumentIsSharedWithThoseOnEveryPage() {
        try (CannedAws aws = new CannedAws()
                .json("AmazonSSM.ListDocuments", """
                        {"DocumentIdentifiers":[{"Name":"d","Owner":"111122223333","DocumentType":"Command",
                        "Tags":[{"Key":"Owner","Value":"team"}]}],"NextToken":"more"}""")
                .json(
                        "\"NextToken\":\"more\"",
                        "{\"DocumentIdentifiers\":[{\"Name\":\"e\",\"DocumentType\":\"Command\",\"Tags\":[]}]}")
                .json("AmazonSSM.DescribeDocumentPermission", "{\"AccountIds\":[]}")
                .json(
                        "AmazonSSM.DescribeDocumentPermission {\"Name\":\"d\"",
                        "{\"AccountIds\":[\"444455556666\"],\"NextToken\":\"two\"}")
                .json("\"NextToken\":\"two\"", "{\"AccountIds\":[\"all\"]}")) {
            List<? extends Resource> documents = aws.collect(Document.class).resources();
            assertThat(documents).extracting(Resource::name).containsExactly("d", "e");
            Document first = (Document) documents.get(0);
            assertThat(first.sharedWith().knownToBe(List.of("444455556666", "all")))
                    .isTrue();
            assertThat(first.sharedWith().knownTo(Document.PUBLIC)).isTrue();
            assertThat(first.tags().knownTo(tags -> tags.containsKey("Owner"))).isTrue();
            assertThat(((Document) documents.get(1)).sharedWith().knownToBe(List.of()))
                    .isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("ListDocuments"))
                    .allMatch(request -> request.contains("\"Values\":[\"Self\"]"));
        }
    }

    @Test
    void onlyParametersThatAreNotEncryptedAreAskedForTheirValuesTenAtATime() {
        String listed = IntStream.range(0, 12)
                .mapToObj(
                        i -> "{\"Name\":\"/p/%02d\",\"Type\":\"%s\"}".formatted(i, i == 3 ? "SecureString" : "String"))
                .collect(Collectors.joining(","));
        String values = IntStream.range(0, 12)
                .filter(i -> i != 3 && i != 4)
                .mapToObj(i -> "{\"Name\":\"/p/%02d\",\"Type\":\"String\",\"Value\":\"%s\"}"
                        .formatted(i, i == 5 ? "AKIA" + "IOSFODNN7EXAMPLE" : "blue"))
                .collect(Collectors.joining(","));
        try (CannedAws aws = new CannedAws()
                .json("AmazonSSM.DescribeParameters", "{\"Parameters\":[" + listed + "]}")
                .json("AmazonSSM.ListTagsForResource", "{\"TagList\":[]}")
                .json("AmazonSSM.GetParameters", "{\"Parameters\":[" + values + "],\"InvalidParameters\":[]}")) {
            List<Parameter> parameters = aws.collect(Parameter.class).resources().stream()
                    .map(Parameter.class::cast)
                    .toList();
            assertThat(parameters).hasSize(12);
            assertThat(parameters.get(3).secrets().knownToBe(List.of())).isTrue();
            assertThat(parameters.get(4).secrets().isKnown())
                    .as("deleted meanwhile")
                    .isFalse();
            assertThat(parameters
                            .get(5)
                            .secrets()
                            .knownToBe(List.of(new Secret("/p/05", "looks like an AWS access key"))))
                    .isTrue();
            assertThat(parameters.get(11).secrets().knownToBe(List.of())).isTrue();
            assertThat(parameters.get(0).arn().value()).isEqualTo("arn:aws:ssm:us-east-1:111122223333:parameter/p/00");
            assertThat(parameters.toString()).doesNotContain("blue", "AKIA");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("AmazonSSM.GetParameters"))
                    .hasSize(2)
                    .allMatch(request -> request.contains("\"WithDecryption\":false"))
                    .noneMatch(request -> request.contains("/p/03"));
        }
    }

    @Test
    void aRefusalToReadValuesCostsOneCallAndLeavesThemUnknown() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "AmazonSSM.DescribeParameters",
                        "{\"Parameters\":[{\"Name\":\"a\",\"Type\":\"String\"},{\"Name\":\"b\",\"Type\":\"StringList\"}]}")
                .json("AmazonSSM.ListTagsForResource", "{\"TagList\":[]}")
                .answer(
                        "AmazonSSM.GetParameters",
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\":\"AccessDeniedException\",\"Message\":\"no\"}")) {
            assertThat(aws.collect(Parameter.class).resources())
                    .extracting(parameter -> ((Parameter) parameter)
                            .secrets()
                            .unknownBecause()
                            .flatMap(Gap::action)
                            .orElse(""))
                    .containsExactly("ssm:GetParameters", "ssm:GetParameters");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("AmazonSSM.GetParameters"))
                    .hasSize(1);
        }
    }

    @Test
    void aManagedInstanceIsTheEc2InstanceOfItsId() {
        try (CannedAws aws = new CannedAws()
                .json("AmazonSSM.DescribeInstanceInformation", """
                        {"InstanceInformationList":[{"InstanceId":"i-1","PingStatus":"Online","ResourceType":"EC2Instance",
                        "AgentVersion":"3.3.0","IsLatestVersion":false,"PlatformType":"Linux"}],"NextToken":"more"}""")
                .json("\"NextToken\":\"more\"", """
                        {"InstanceInformationList":[{"InstanceId":"mi-1","PingStatus":"ConnectionLost","ResourceType":"ManagedInstance",
                        "Name":"rack"}]}""")) {
            List<ManagedInstance> machines = aws.collect(ManagedInstance.class).resources().stream()
                    .map(ManagedInstance.class::cast)
                    .toList();
            assertThat(machines).extracting(Resource::name).containsExactly("i-1", "rack");
            assertThat(machines.get(0).edges())
                    .extracting(edge -> edge.to().value())
                    .containsExactly("arn:aws:ec2:us-east-1:111122223333:instance/i-1");
            assertThat(machines.get(1).instance()).isEmpty();
            assertThat(machines.get(0).latestAgent()).contains(false);
            assertThat(machines.get(1).latestAgent()).isEmpty();
        }
    }

    @Test
    void oneListingHasBothKindsOfComplianceAndOthersAreLeftOut() {
        try (CannedAws aws = new CannedAws()
                .json("AmazonSSM.ListResourceComplianceSummaries", """
                        {"ResourceComplianceSummaryItems":[
                        {"ComplianceType":"Patch","ResourceType":"ManagedInstance","ResourceId":"i-1","Status":"NON_COMPLIANT",
                        "NonCompliantSummary":{"NonCompliantCount":3}},
                        {"ComplianceType":"Custom:Ours","ResourceType":"ManagedInstance","ResourceId":"i-1","Status":"COMPLIANT"}],
                        "NextToken":"more"}""")
                .json("\"NextToken\":\"more\"", """
                        {"ResourceComplianceSummaryItems":[{"ComplianceType":"Association","ResourceType":"ManagedInstance",
                        "ResourceId":"i-1","Status":"COMPLIANT","NonCompliantSummary":{"NonCompliantCount":0}}]}""")) {
            List<? extends Resource> summaries = aws.collect(PatchCompliance.class, AssociationCompliance.class)
                    .resources();
            assertThat(summaries).hasSize(2);
            assertThat(summaries)
                    .filteredOn(PatchCompliance.class::isInstance)
                    .map(PatchCompliance.class::cast)
                    .allMatch(patches ->
                            patches.status().equals(ComplianceStatus.NON_COMPLIANT) && patches.nonCompliant() == 3);
        }
    }

    @Test
    void settingsThatWereNeverSetAreKnown() {
        try (CannedAws aws = new CannedAws()
                .json(
                        SETTING + "automation",
                        "{\"ServiceSetting\":{\"SettingId\":\"/ssm/automation/customer-script-log-destination\",\"Status\":\"Default\"}}")
                .json(SETTING + "documents", """
                        {"ServiceSetting":{"SettingId":"/ssm/documents/console/public-sharing-permission","SettingValue":"Enable",
                        "Status":"Default"}}""")) {
            ServiceSettings settings = (ServiceSettings)
                    aws.collect(ServiceSettings.class).resources().get(0);
            assertThat(settings.automationLogs().knownToBe(LogDestination.NONE)).isTrue();
            assertThat(settings.documentSharing().knownToBe(PublicSharing.ENABLED))
                    .isTrue();
        }
    }

    @Test
    void aRegionWithoutTheSettingIsUnknown() {
        try (CannedAws aws = new CannedAws()
                .answer(
                        "AmazonSSM.GetServiceSetting",
                        400,
                        "application/x-amz-json-1.1",
                        "{\"__type\":\"ServiceSettingNotFound\",\"message\":\"Setting is not supported\"}")) {
            ServiceSettings settings = (ServiceSettings)
                    aws.collect(ServiceSettings.class).resources().get(0);
            assertThat(settings.documentSharing().isKnown()).isFalse();
            assertThat(settings.automationLogs().isKnown()).isFalse();
        }
    }
}
