package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.awsaudit.inventory.Inventory;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.resourcegroups.ResourceGroupsClient;
import software.amazon.awssdk.services.workspaces.WorkSpacesClient;
import software.amazon.awssdk.services.workspaces.model.WorkspaceRequest;

/**
 * Collects and judges what people work at, what it may cost and the lines that lead there, over HTTP.
 *
 * <p>None of it is in the seeded accounts but budgets and groups: a directory brings network interfaces and a security group
 * of its own with it, which other checks would judge, and moto's ids of lines differ in each run. moto knows nothing of
 * anomaly monitors, applied quotas, Compute Optimizer, Trusted Advisor, accelerators, gateways to storage, AppStream and
 * Lightsail, nor when a WorkSpace was used, who may connect to it, or what is in a group.
 */
final class WorkplaceCollectorsTest {
    private static final Region REGION = Region.US_EAST_1;
    private static final String ACCOUNT = "123456789012";
    private static final Pattern DIRECTORY = Pattern.compile("d-[0-9a-f]{10}");

    private static AwsEmulator emulator;

    /** By user, the id of the WorkSpace. */
    private static final Map<String, String> WORKSPACES = new HashMap<>();

    @BeforeAll
    static void make() throws IOException, InterruptedException {
        emulator = Emulators.moto();
        makeWorkSpaces();
        emulator.client(BudgetsClient.builder(), REGION)
                .createBudget(request -> request.accountId(ACCOUNT)
                        .budget(budget -> budget.budgetName("usage")
                                .budgetType(BudgetType.USAGE)
                                .timeUnit(TimeUnit.MONTHLY)
                                .budgetLimit(limit ->
                                        limit.amount(BigDecimal.valueOf(1)).unit("GB"))));
        emulator.client(ResourceGroupsClient.builder(), REGION)
                .createGroup(request -> request.name("group")
                        .resourceQuery(
                                query -> query.type("TAG_FILTERS_1_0")
                                        .query(
                                                "{\"ResourceTypeFilters\":[\"AWS::AllSupported\"],\"TagFilters\":[{\"Key\":\"Nobody\",\"Values\":[\"none\"]}]}"))
                        .tags(Map.of("Owner", "team")));
    }

    private static void makeWorkSpaces() throws IOException, InterruptedException {
        WorkSpacesClient workspaces = emulator.client(WorkSpacesClient.builder(), REGION);
        String directory = directory();
        workspaces.registerWorkspaceDirectory(request -> request.directoryId(directory));
        workspaces.modifyWorkspaceCreationProperties(request -> request.resourceId(directory)
                .workspaceCreationProperties(properties -> properties
                        .enableInternetAccess(true)
                        .userEnabledAsLocalAdministrator(false)
                        .enableMaintenanceMode(true)));
        List<WorkspaceRequest> wanted = List.of(
                workspace(directory, "encrypted", true, true),
                workspace(directory, "rootless", false, true),
                workspace(directory, "userless", true, false));
        workspaces
                .createWorkspaces(request -> request.workspaces(wanted))
                .pendingRequests()
                .forEach(made -> WORKSPACES.put(made.userName(), made.workspaceId()));
    }

    @AfterAll
    static void close() {
        emulator.close();
    }

    /** With the service of directories, which nothing here has a client of. */
    private static String directory() throws IOException, InterruptedException {
        List<Subnet> subnets =
                emulator.client(Ec2Client.builder(), REGION).describeSubnets().subnets();
        Subnet one = subnets.get(0);
        Subnet other = subnets.stream()
                .filter(subnet -> !subnet.availabilityZone().equals(one.availabilityZone()))
                .findFirst()
                .orElseThrow();
        HttpRequest request = HttpRequest.newBuilder(URI.create(emulator.endpoint() + "/"))
                .header("Content-Type", "application/x-amz-json-1.1")
                .header("X-Amz-Target", "DirectoryService_20150416.CreateDirectory")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/ds/aws4_request, SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"Name": "corp.example.com", "ShortName": "corp", "Password": "Passw0rd!Passw0rd", "Size": "Small",
                        "VpcSettings": {"VpcId": "%s", "SubnetIds": ["%s", "%s"]}}""".formatted(one.vpcId(), one.subnetId(), other.subnetId())))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher id = DIRECTORY.matcher(answer);
        assertThat(id.find()).as(answer).isTrue();
        return id.group();
    }

    private static WorkspaceRequest workspace(String directory, String user, boolean root, boolean volume) {
        return WorkspaceRequest.builder()
                .directoryId(directory)
                .userName(user)
                .bundleId("wsb-0123456789")
                .rootVolumeEncryptionEnabled(root)
                .userVolumeEncryptionEnabled(volume)
                .volumeEncryptionKey("alias/aws/workspaces")
                .build();
    }

    @Test
    void eachVolumeOfAWorkspaceIsJudgedByItself() {
        assertThat(verdicts("workspaces-workspace-root-volume-encrypted"))
                .containsExactlyInAnyOrder(
                        tuple(WORKSPACES.get("encrypted"), Verdict.PASS),
                        tuple(WORKSPACES.get("rootless"), Verdict.FAIL),
                        tuple(WORKSPACES.get("userless"), Verdict.PASS));
        assertThat(verdicts("workspaces-workspace-user-volume-encrypted"))
                .containsExactlyInAnyOrder(
                        tuple(WORKSPACES.get("encrypted"), Verdict.PASS),
                        tuple(WORKSPACES.get("rootless"), Verdict.PASS),
                        tuple(WORKSPACES.get("userless"), Verdict.FAIL));
    }

    @Test
    void aDirectoryIsJudgedByWhatItsWorkspacesGet() {
        assertThat(verdicts("workspaces-directory-public-addresses-off"))
                .containsExactly(tuple("corp.example.com", Verdict.FAIL));
        assertThat(verdicts("workspaces-directory-users-not-administrators"))
                .containsExactly(tuple("corp.example.com", Verdict.PASS));
        assertThat(verdicts("workspaces-directory-maintenance-enabled"))
                .containsExactly(tuple("corp.example.com", Verdict.PASS));
    }

    @Test
    void aBudgetOfUsageIsNoneOfCost() {
        assertThat(verdicts("budgets-account-cost-budget-exists"))
                .extracting(verdict -> verdict.toList().get(1))
                .containsExactly(Verdict.FAIL);
        assertThat(verdicts("budgets-budget-healthy")).containsExactly(tuple("usage", Verdict.PASS));
    }

    @Test
    void tagsOfGroupsAreRead() {
        assertThat(verdicts("resourcegroups-group-tagged")).containsExactly(tuple("group", Verdict.PASS));
    }

    @Test
    void iamIsFarFromItsQuotas() {
        assertThat(verdicts("servicequotas-iam-account-quota-left"))
                .hasSize(6)
                .contains(tuple("Roles", Verdict.PASS), tuple("Users", Verdict.PASS));
    }

    /** The collectors' own tests cover them. */
    @Test
    void whatTheEmulatorDoesNotKnowIsUndecided() {
        for (String check : List.of(
                "appstream-fleet-in-vpc",
                "budgets-budget-notifies",
                "computeoptimizer-enrollment-status-active",
                "costexplorer-account-anomalies-watched",
                "globalaccelerator-accelerator-enabled",
                "lightsail-bucket-not-public",
                "resourcegroups-group-has-resources",
                "servicequotas-quotas-vpcs-left",
                "storagegateway-volume-attached",
                "trustedadvisor-account-quotas-recommendations-followed",
                "workspaces-workspace-used")) {
            assertThat(verdicts(check))
                    .as(check)
                    .isNotEmpty()
                    .allMatch(verdict -> verdict.toList().get(1) == Verdict.UNKNOWN);
        }
    }

    private static Collection<Tuple> verdicts(String check) {
        List<Check> checks = Catalog.builtIn().checks().stream()
                .filter(one -> one.id().equals(check))
                .toList();
        assertThat(checks).as(check).hasSize(1);
        Inventory inventory = Collected.from(emulator, REGION.id(), checks);
        return Collected.judged(inventory, checks).stream()
                .map(WorkplaceCollectorsTest::verdict)
                .toList();
    }

    private static Tuple verdict(Finding finding) {
        return tuple(finding.resource().name(), finding.status());
    }
}
