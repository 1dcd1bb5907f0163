package io.awsaudit.collectors.servicequotas;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.iam.AccountQuota;
import io.awsaudit.inventory.lambda.AccountSettings;
import io.awsaudit.inventory.servicequotas.Quotas;
import io.awsaudit.inventory.servicequotas.Usage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quotas, and what services count themselves, with AWS's documented responses: moto lists no applied quotas. */
class QuotasCollectorsTest {
    private static final String LIST = "ServiceQuotasV20190624.ListServiceQuotas";
    private static final String GET = "ServiceQuotasV20190624.GetServiceQuota ";

    @Test
    void quotasOfVpcComeWithOneListingToItsLastPage() {
        try (CannedAws aws = new CannedAws()
                .json(LIST, """
                        {"Quotas": [{"ServiceCode": "vpc", "QuotaCode": "L-F678F1CE", "Value": 20.0},
                        {"ServiceCode": "vpc", "QuotaCode": "L-A4707A72", "Value": 21.0},
                        {"ServiceCode": "vpc", "QuotaCode": "L-E79EC296",
                        "ErrorReason": {"ErrorCode": "DEPENDENCY_THROTTLING_ERROR", "ErrorMessage": "later"}}],
                        "NextToken": "more"}""")
                .json("\"NextToken\":\"more\"", """
                        {"Quotas": [{"ServiceCode": "vpc", "QuotaCode": "L-407747CB", "Value": 200.0}]}""")
                .json(GET, """
                        {"Quota": {"ServiceCode": "ec2", "QuotaCode": "L-0263D0A3", "Value": 5.0}}""")) {
            Quotas quotas = (Quotas) aws.collect(Quotas.class).resources().get(0);
            assertThat(quotas.vpcs()).isEqualTo(Observed.known(20L));
            assertThat(quotas.internetGateways()).isEqualTo(Observed.known(21L));
            assertThat(quotas.subnetsPerVpc()).isEqualTo(Observed.known(200L));
            assertThat(quotas.addresses()).isEqualTo(Observed.known(5L));
            assertThat(quotas.securityGroups().isKnown()).isFalse(); // of which AWS sent an error
            assertThat(quotas.networkInterfaces().isKnown()).isFalse(); // which AWS left out
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("ServiceQuotasV20190624"))
                    .hasSize(3);
        }
    }

    @Test
    void whatMayNotBeListedStaysUnknownAndIsAskedForOnce() {
        try (CannedAws aws = new CannedAws().answer("ServiceQuotasV20190624", 400, "application/x-amz-json-1.1", """
                        {"__type": "AccessDeniedException", "Message": "no"}""")) {
            Quotas quotas = (Quotas) aws.collect(Quotas.class).resources().get(0);
            assertThat(quotas.vpcs().unknownBecause().map(Gap::cause)).contains(Gap.Cause.DENIED);
            assertThat(quotas.subnetsPerVpc().unknownBecause().map(Gap::cause)).contains(Gap.Cause.DENIED);
            assertThat(quotas.addresses().isKnown()).isFalse();
            assertThat(Quotas.isReached(quotas.vpcs(), 1_000, 80)).isFalse();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(LIST))
                    .hasSize(1);
        }
    }

    @Test
    void iamCountsWhatThereIsItself() {
        try (CannedAws aws = new CannedAws().xml("Action=GetAccountSummary", """
                <GetAccountSummaryResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetAccountSummaryResult><SummaryMap>
                <entry><key>Users</key><value>32</value></entry><entry><key>UsersQuota</key><value>5000</value></entry>
                <entry><key>Groups</key><value>7</value></entry><entry><key>GroupsQuota</key><value>300</value></entry>
                <entry><key>Roles</key><value>850</value></entry><entry><key>RolesQuota</key><value>1000</value></entry>
                <entry><key>Policies</key><value>8</value></entry><entry><key>PoliciesQuota</key><value>1500</value></entry>
                <entry><key>InstanceProfiles</key><value>3</value></entry><entry><key>InstanceProfilesQuota</key><value>1000</value></entry>
                <entry><key>ServerCertificates</key><value>0</value></entry><entry><key>ServerCertificatesQuota</key><value>20</value></entry>
                <entry><key>AccountMFAEnabled</key><value>1</value></entry>
                </SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>""")) {
            List<AccountQuota> quotas = aws.collect(AccountQuota.class).resources().stream()
                    .map(AccountQuota.class::cast)
                    .toList();
            assertThat(quotas).hasSize(6);
            assertThat(quotas)
                    .filteredOn(quota -> quota.usage().reaches(80))
                    .extracting(AccountQuota::name)
                    .containsExactly("Roles");
        }
    }

    @Test
    void aSummaryThatLacksAKindIsAGap() {
        try (CannedAws aws = new CannedAws().xml("Action=GetAccountSummary", """
                <GetAccountSummaryResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetAccountSummaryResult><SummaryMap>
                <entry><key>Users</key><value>32</value></entry><entry><key>UsersQuota</key><value>5000</value></entry>
                </SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>""")) {
            Inventory inventory = aws.collect(AccountQuota.class);
            assertThat(inventory.coverage().listings())
                    .anyMatch(listing -> listing.gap().isPresent());
        }
    }

    @Test
    void rdsCountsWhatThereIsItself() {
        try (CannedAws aws = new CannedAws().xml("Action=DescribeAccountAttributes", """
                <DescribeAccountAttributesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/"><DescribeAccountAttributesResult>
                <AccountQuotas><AccountQuota><AccountQuotaName>DBInstances</AccountQuotaName><Used>36</Used><Max>40</Max></AccountQuota>
                <AccountQuota><AccountQuotaName>DBSecurityGroups</AccountQuotaName><Used>1</Used><Max>25</Max></AccountQuota>
                </AccountQuotas></DescribeAccountAttributesResult></DescribeAccountAttributesResponse>""")) {
            List<io.awsaudit.inventory.rds.AccountQuota> quotas =
                    aws.collect(io.awsaudit.inventory.rds.AccountQuota.class).resources().stream()
                            .map(io.awsaudit.inventory.rds.AccountQuota.class::cast)
                            .toList();
            assertThat(quotas.get(0).usage()).isEqualTo(new Usage(36, 40));
            assertThat(quotas.get(0).usage().reaches(90)).isTrue();
            assertThat(quotas.get(1).isObsolete()).isTrue();
        }
    }

    @Test
    void lambdaSaysWhatIsReservedAndHowMuchCodeThereIs() {
        try (CannedAws aws = new CannedAws().json("GET /2016-08-19/account-settings", """
                {"AccountLimit": {"TotalCodeSize": 80530636800, "CodeSizeUnzipped": 262144000, "CodeSizeZipped": 52428800,
                "ConcurrentExecutions": 1000, "UnreservedConcurrentExecutions": 150},
                "AccountUsage": {"TotalCodeSize": 80000000000, "FunctionCount": 12}}""")) {
            AccountSettings settings = (AccountSettings)
                    aws.collect(AccountSettings.class).resources().get(0);
            assertThat(settings.concurrentExecutions()).isEqualTo(new Usage(850, 1000));
            assertThat(settings.codeBytes()).isEqualTo(new Usage(80_000_000_000L, 80_530_636_800L));
        }
    }
}
