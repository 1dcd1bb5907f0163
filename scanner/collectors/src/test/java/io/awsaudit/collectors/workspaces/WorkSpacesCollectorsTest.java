package io.awsaudit.collectors.workspaces;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.workspaces.Directory;
import io.awsaudit.inventory.workspaces.IpGroup;
import io.awsaudit.inventory.workspaces.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** WorkSpaces with AWS's documented responses: moto knows neither when one was used nor who may connect, and has no pages. */
class WorkSpacesCollectorsTest {
    private static final String WORKSPACES = "WorkspacesService.DescribeWorkspaces ";
    private static final String CONNECTIONS = "WorkspacesService.DescribeWorkspacesConnectionStatus";
    private static final String DIRECTORIES = "WorkspacesService.DescribeWorkspaceDirectories";
    private static final String IP_GROUPS = "WorkspacesService.DescribeIpGroups";
    private static final String TAGS = "WorkspacesService.DescribeTags";
    private static final String ARN = "arn:aws:workspaces:us-east-1:111122223333:";

    private static CannedAws aws() {
        return new CannedAws().json(TAGS, """
                {"TagList": [{"Key": "Owner", "Value": "team"}]}""").json(DIRECTORIES, """
                {"Directories": [{"DirectoryId": "d-1", "DirectoryName": "corp.example.com", "State": "REGISTERED",
                "SubnetIds": ["subnet-1", "subnet-2"], "ipGroupIds": ["wsipg-1"],
                "WorkspaceCreationProperties": {"EnableInternetAccess": true, "UserEnabledAsLocalAdministrator": true,
                "EnableMaintenanceMode": false}}]}""");
    }

    @Test
    void aWorkspaceIsReadWithWhenItWasUsedToTheLastPage() {
        try (CannedAws aws =
                aws().json(WORKSPACES, """
                        {"Workspaces": [{"WorkspaceId": "ws-1", "DirectoryId": "d-1", "UserName": "jane", "State": "AVAILABLE",
                        "RootVolumeEncryptionEnabled": true, "UserVolumeEncryptionEnabled": true,
                        "VolumeEncryptionKey": "arn:aws:kms:us-east-1:111122223333:key/1",
                        "WorkspaceProperties": {"RunningMode": "AUTO_STOP", "ComputeTypeName": "STANDARD",
                        "OperatingSystemName": "WINDOWS_SERVER_2022"}}], "NextToken": "more"}""").json("\"NextToken\":\"more\"", """
                        {"Workspaces": [{"WorkspaceId": "ws-2", "DirectoryId": "d-1", "UserName": "joe", "State": "STOPPED"},
                        {"WorkspaceId": "ws-3", "DirectoryId": "d-1", "UserName": "jo", "State": "TERMINATING"}]}""").json(CONNECTIONS, """
                        {"WorkspacesConnectionStatus": [{"WorkspaceId": "ws-1", "ConnectionState": "DISCONNECTED",
                        "LastKnownUserConnectionTimestamp": 1764547200},
                        {"WorkspaceId": "ws-2", "ConnectionState": "UNKNOWN"}]}""")) {
            List<Workspace> workspaces = aws.collect(Workspace.class).resources().stream()
                    .map(Workspace.class::cast)
                    .toList();
            assertThat(workspaces).extracting(Workspace::name).containsExactly("ws-1", "ws-2");
            Workspace first = workspaces.get(0);
            assertThat(first.rootVolumeEncrypted()).isTrue();
            assertThat(first.userVolumeEncrypted()).isTrue();
            assertThat(first.runningMode()).contains("AUTO_STOP");
            assertThat(first.operatingSystem()).contains("WINDOWS_SERVER_2022");
            assertThat(first.lastConnected())
                    .isEqualTo(Observed.known(Optional.of(Instant.parse("2025-12-01T00:00:00Z"))));
            assertThat(first.tags()).isEqualTo(Observed.known(Map.of("Owner", "team")));
            assertThat(first.edges())
                    .contains(
                            new Edge(first.arn(), Relation.IN, new Arn(ARN + "directory/d-1")),
                            new Edge(
                                    first.arn(),
                                    Relation.ENCRYPTED_BY,
                                    new Arn("arn:aws:kms:us-east-1:111122223333:key/1")));
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(CONNECTIONS))
                    .hasSize(1);
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(WORKSPACES))
                    .allMatch(request -> request.contains("\"Limit\":25"));
        }
    }

    @Test
    void whatIsLeftOutOfAWorkspaceIsOffAndWasNever() {
        try (CannedAws aws = aws().json(WORKSPACES, """
                        {"Workspaces": [{"WorkspaceId": "ws-2", "DirectoryId": "d-1", "UserName": "joe", "State": "STOPPED"},
                        {"WorkspaceId": "ws-4", "DirectoryId": "d-1", "UserName": "jim", "State": "STOPPED"}]}""").json(CONNECTIONS, """
                        {"WorkspacesConnectionStatus": [{"WorkspaceId": "ws-2", "ConnectionState": "UNKNOWN"}]}""")) {
            List<Workspace> workspaces = aws.collect(Workspace.class).resources().stream()
                    .map(Workspace.class::cast)
                    .toList();
            assertThat(workspaces.get(0).rootVolumeEncrypted()).isFalse();
            assertThat(workspaces.get(0).userVolumeEncrypted()).isFalse();
            assertThat(workspaces.get(0).operatingSystem()).isEmpty();
            assertThat(workspaces.get(0).lastConnected()).isEqualTo(Observed.known(Optional.empty()));
            assertThat(workspaces.get(1).lastConnected().isKnown()).isFalse(); // AWS says nothing of it at all
        }
    }

    @Test
    void withoutDirectoriesThereAreNoWorkspacesToAskFor() {
        try (CannedAws aws = new CannedAws().json(DIRECTORIES, "{\"Directories\": []}")) {
            Inventory inventory = aws.collect(Directory.class, IpGroup.class, Workspace.class);
            assertThat(inventory.coverage().listings())
                    .hasSize(3)
                    .allMatch(listing -> listing.gap().isEmpty());
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("WorkspacesService"))
                    .hasSize(1);
        }
    }

    @Test
    void aDirectoryIsReadWithWhatItsWorkspacesHave() {
        try (CannedAws aws = aws()) {
            Directory directory =
                    (Directory) aws.collect(Directory.class).resources().get(0);
            assertThat(directory.name()).isEqualTo("corp.example.com");
            assertThat(directory.givesPublicAddresses()).isTrue();
            assertThat(directory.makesAdministrators()).isTrue();
            assertThat(directory.leavesUnmaintained()).isTrue();
            assertThat(directory.ipGroups()).containsExactly(new Arn(ARN + "workspaceipgroup/wsipg-1"));
            assertThat(directory.edges())
                    .contains(new Edge(
                            directory.arn(),
                            Relation.IN,
                            new Arn("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1")));
        }
    }

    @Test
    void aDirectoryThatIsTakenOutIsNone() {
        try (CannedAws aws = aws().json(DIRECTORIES, """
                {"Directories": [{"DirectoryId": "d-1", "State": "DEREGISTERING"}, {"DirectoryId": "d-2", "State": "REGISTERED"}]}""")) {
            List<Directory> directories = aws.collect(Directory.class).resources().stream()
                    .map(Directory.class::cast)
                    .toList();
            assertThat(directories).extracting(Directory::name).containsExactly("d-2");
            assertThat(directories.get(0).ipGroups()).isEmpty();
            assertThat(directories.get(0).givesPublicAddresses()).isFalse();
            assertThat(directories.get(0).maintenanceEnabled()).isEmpty();
        }
    }

    @Test
    void groupsOfAddressesAreReadToTheLastPageAndASingleAddressIsARange() {
        try (CannedAws aws = aws().json(IP_GROUPS, """
                        {"Result": [{"groupId": "wsipg-1", "groupName": "office", "userRules": [{"ipRule": "203.0.113.7"},
                        {"ipRule": "198.51.100.0/24"}]}], "NextToken": "rest"}""").json("\"NextToken\":\"rest\"", """
                        {"Result": [{"groupId": "wsipg-2", "groupName": "all", "userRules": [{"ipRule": "0.0.0.0/0"}]}]}""")) {
            List<IpGroup> groups = aws.collect(IpGroup.class).resources().stream()
                    .map(IpGroup.class::cast)
                    .toList();
            assertThat(groups).extracting(IpGroup::name).containsExactly("office", "all");
            assertThat(groups.get(0).ranges().toString()).contains("203.0.113.7/32", "198.51.100.0/24");
            assertThat(groups).extracting(IpGroup::admitsEverybody).containsExactly(false, true);
        }
    }
}
