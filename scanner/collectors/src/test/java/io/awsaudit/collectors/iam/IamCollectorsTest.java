package io.awsaudit.collectors.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.iam.AwsManagedPolicy;
import io.awsaudit.inventory.iam.Credentials;
import io.awsaudit.inventory.iam.Group;
import io.awsaudit.inventory.iam.InstanceProfile;
import io.awsaudit.inventory.iam.ManagedPolicy;
import io.awsaudit.inventory.iam.OidcProvider;
import io.awsaudit.inventory.iam.PasswordPolicy;
import io.awsaudit.inventory.iam.Role;
import io.awsaudit.inventory.iam.RootUser;
import io.awsaudit.inventory.iam.SamlProvider;
import io.awsaudit.inventory.iam.ServerCertificate;
import io.awsaudit.inventory.iam.User;
import io.awsaudit.inventory.iam.VirtualMfaDevice;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the emulator cannot be brought to say of IAM, with AWS's documented responses. */
class IamCollectorsTest {
    private static final String DETAILS = "Action=GetAccountAuthorizationDetails";
    private static final String REPORT = "Action=GetCredentialReport";
    private static final String HEADER =
            "user,arn,user_creation_time,password_enabled,password_last_used,password_last_changed,password_next_rotation,"
                    + "mfa_active,access_key_1_active,access_key_1_last_rotated,access_key_1_last_used_date,"
                    + "access_key_1_last_used_region,access_key_1_last_used_service,access_key_2_active,"
                    + "access_key_2_last_rotated,access_key_2_last_used_date,access_key_2_last_used_region,"
                    + "access_key_2_last_used_service,cert_1_active,cert_1_last_rotated,cert_2_active,cert_2_last_rotated\n";
    private static final String ROOT =
            "<root_account>,arn:aws:iam::111122223333:root,2020-01-01T00:00:00+00:00,not_supported,"
                    + "2025-03-01T00:00:00+00:00,not_supported,not_supported,true,true,2024-01-01T00:00:00+00:00,"
                    + "2025-06-01T00:00:00+00:00,us-east-1,s3,false,N/A,N/A,N/A,N/A,false,N/A,false,N/A\n";
    private static final String ALICE =
            "alice,arn:aws:iam::111122223333:user/people/alice,2025-01-01T00:00:00+00:00,true,"
                    + "no_information,2025-02-01T00:00:00+00:00,N/A,false,true,2025-02-02T00:00:00+00:00,N/A,N/A,N/A,"
                    + "false,2025-01-02T00:00:00+00:00,2025-01-03T00:00:00+00:00,us-east-1,s3,false,N/A,false,N/A\n";

    @Test
    void usersAndGroupsOfAllPagesAreJoinedByName() {
        try (CannedAws aws = new CannedAws()
                .xml(DETAILS, details("""
                        <UserDetailList><member><Path>/people/</Path><UserName>alice</UserName><UserId>AIDA1</UserId>
                        <Arn>arn:aws:iam::111122223333:user/people/alice</Arn><CreateDate>2025-01-01T00:00:00Z</CreateDate>
                        <GroupList><member>staff</member><member>brandnew</member></GroupList>
                        <AttachedManagedPolicies/><UserPolicyList/>
                        <Tags><member><Key>Owner</Key><Value>team</Value></member></Tags></member></UserDetailList>""", "page2"))
                .xml("Marker=page2", details("""
                        <GroupDetailList><member><Path>/teams/</Path><GroupName>staff</GroupName><GroupId>AGPA1</GroupId>
                        <Arn>arn:aws:iam::111122223333:group/teams/staff</Arn><CreateDate>2025-01-01T00:00:00Z</CreateDate>
                        <AttachedManagedPolicies><member><PolicyName>ReadOnlyAccess</PolicyName>
                        <PolicyArn>arn:aws:iam::aws:policy/ReadOnlyAccess</PolicyArn></member></AttachedManagedPolicies>
                        <GroupPolicyList/></member></GroupDetailList>""", null))
                .xml(REPORT, report(ROOT + ALICE))) {
            List<Resource> all = aws.collect(User.class, Group.class).resources();
            User alice = one(all, User.class);
            assertThat(alice.groups())
                    .containsExactly(
                            new Arn("arn:aws:iam::111122223333:group/teams/staff"),
                            new Arn("arn:aws:iam::111122223333:group/brandnew"));
            assertThat(alice.edges()).anyMatch(edge -> edge.relation() == Relation.MEMBER_OF);
            assertThat(alice.tags().knownTo(tags -> "team".equals(tags.get("Owner"))))
                    .isTrue();
            assertThat(one(all, Group.class).holds("ReadOnlyAccess")).isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(DETAILS))
                    .hasSize(2);
        }
    }

    @Test
    void theReportTellsNeverUsedFromAbsent() {
        try (CannedAws aws = users("alice").xml(REPORT, report(ROOT + ALICE))) {
            assertThat(credentials(aws))
                    .isEqualTo(Observed.known(new Credentials(
                            true,
                            Optional.empty(),
                            Optional.of(Instant.parse("2025-02-01T00:00:00Z")),
                            false,
                            List.of(
                                    new Credentials.AccessKey(
                                            1,
                                            true,
                                            Optional.of(Instant.parse("2025-02-02T00:00:00Z")),
                                            Optional.empty()),
                                    new Credentials.AccessKey(
                                            2,
                                            false,
                                            Optional.of(Instant.parse("2025-01-02T00:00:00Z")),
                                            Optional.of(Instant.parse("2025-01-03T00:00:00Z")))))));
        }
    }

    @Test
    void aUserWithoutARowOrWithABrokenOneIsUnknown() {
        try (CannedAws aws = users("alice").xml(REPORT, report(ROOT))) {
            assertThat(credentials(aws).unknownBecause().orElseThrow().cause()).isEqualTo(Gap.Cause.NOT_COLLECTED);
            aws.xml(REPORT, report(ALICE.replace("no_information", "yesterday")));
            assertThat(credentials(aws).unknownBecause().orElseThrow().cause()).isEqualTo(Gap.Cause.MALFORMED);
        }
    }

    @Test
    void aReportIsMadeWhereThereIsNone() {
        try (CannedAws aws = users("alice")
                .xml(REPORT, report(ALICE))
                .once(REPORT, 404, "text/xml", error("ReportInProgress"))
                .once(REPORT, 410, "text/xml", error("ReportNotPresent"))
                .xml("Action=GenerateCredentialReport", """
                        <GenerateCredentialReportResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/">
                        <GenerateCredentialReportResult><State>STARTED</State></GenerateCredentialReportResult>
                        </GenerateCredentialReportResponse>""")) {
            assertThat(credentials(aws).isKnown()).isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("Generate"))
                    .hasSize(1);
        }
    }

    @Test
    void aRefusalToMakeTheReportNamesThatAction() {
        try (CannedAws aws = users("alice")
                .answer(REPORT, 410, "text/xml", error("ReportNotPresent"))
                .answer("Action=GenerateCredentialReport", 403, "text/xml", error("AccessDenied"))) {
            Gap gap = credentials(aws).unknownBecause().orElseThrow();
            assertThat(gap.cause()).isEqualTo(Gap.Cause.DENIED);
            assertThat(gap.action()).contains("iam:GenerateCredentialReport");
        }
    }

    @Test
    void aRefusedListingIsAGapOfUsersAndGroups() {
        try (CannedAws aws = new CannedAws().answer(DETAILS, 403, "text/xml", error("AccessDenied"))) {
            Inventory inventory = aws.collect(User.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .hasSize(2)
                    .allSatisfy(
                            listing -> assertThat(listing.gap().orElseThrow().action())
                                    .contains("iam:GetAccountAuthorizationDetails"));
        }
    }

    @Test
    void anUnreadablePolicyDoesNotHideItsUser() {
        try (CannedAws aws = users(
                        "alice",
                        "<member><PolicyName>odd</PolicyName><PolicyDocument>%7Boops</PolicyDocument></member>")
                .xml(REPORT, report(ALICE))) {
            User alice = one(aws.collect(User.class).resources(), User.class);
            assertThat(alice.inlinePolicies().unknownBecause().orElseThrow().cause())
                    .isEqualTo(Gap.Cause.MALFORMED);
            assertThat(alice.credentials().isKnown()).isTrue();
        }
    }

    @Test
    void aRoleStatesWhomItTrusts() {
        String trust = encoded("""
                {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "sts:AssumeRole",
                 "Principal": {"AWS": ["444455556666", "arn:aws:iam::777788889999:role/ci"], "Service": "ec2.amazonaws.com"}}]}""");
        try (CannedAws aws = new CannedAws().xml(DETAILS, details("""
                <RoleDetailList><member><Path>/aws-service-role/x.amazonaws.com/</Path><RoleName>r</RoleName><RoleId>AROA1</RoleId>
                <Arn>arn:aws:iam::111122223333:role/aws-service-role/x.amazonaws.com/r</Arn><CreateDate>2025-01-01T00:00:00Z</CreateDate>
                <AssumeRolePolicyDocument>%s</AssumeRolePolicyDocument><RolePolicyList/><AttachedManagedPolicies/>
                <InstanceProfileList/><Tags/>
                <PermissionsBoundary><PermissionsBoundaryType>Policy</PermissionsBoundaryType>
                <PermissionsBoundaryArn>arn:aws:iam::111122223333:policy/edge</PermissionsBoundaryArn></PermissionsBoundary>
                <RoleLastUsed><LastUsedDate>2025-12-01T00:00:00Z</LastUsedDate><Region>us-east-1</Region></RoleLastUsed>
                </member></RoleDetailList>""".formatted(trust), null))) {
            Role role = one(aws.collect(Role.class).resources(), Role.class);
            assertThat(role.edges())
                    .extracting(edge -> edge.to().value())
                    .containsExactly("arn:aws:iam::444455556666:root", "arn:aws:iam::777788889999:role/ci");
            assertThat(role.isServiceOwned()).isTrue();
            assertThat(role.permissionsBoundary()).contains(new Arn("arn:aws:iam::111122223333:policy/edge"));
            assertThat(role.lastUsed()).contains(Instant.parse("2025-12-01T00:00:00Z"));
        }
    }

    @Test
    void onlyTheDefaultVersionCounts() {
        String admin = encoded("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}");
        String less = encoded("{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"s3:*\", \"Resource\": \"*\"}}");
        try (CannedAws aws = new CannedAws()
                .xml(
                        DETAILS,
                        details(
                                "<Policies>"
                                        + policy(
                                                "arn:aws:iam::111122223333:policy/own",
                                                version("v1", false, admin) + version("v2", true, less))
                                        + "</Policies>",
                                null))
                .xml("Action=ListPolicyTags", """
                        <ListPolicyTagsResponse><ListPolicyTagsResult><IsTruncated>false</IsTruncated>
                        <Tags><member><Key>Owner</Key><Value>team</Value></member></Tags></ListPolicyTagsResult></ListPolicyTagsResponse>""")) {
            ManagedPolicy own = one(aws.collect(ManagedPolicy.class).resources(), ManagedPolicy.class);
            assertThat(own.name()).isEqualTo("own");
            assertThat(own.document().knownNotTo(ManagedPolicy.ADMINISTRATION)).isTrue();
            assertThat(own.tags().knownTo(tags -> tags.containsKey("Owner"))).isTrue();
        }
    }

    @Test
    void aPolicyOfAwsBelongsToTheAccountThatUsesIt() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=ListPolicies", """
                        <ListPoliciesResponse><ListPoliciesResult><IsTruncated>false</IsTruncated><Policies><member>
                        <PolicyName>AdministratorAccess</PolicyName><PolicyId>ANPA1</PolicyId>
                        <Arn>arn:aws:iam::aws:policy/AdministratorAccess</Arn><Path>/</Path><DefaultVersionId>v1</DefaultVersionId>
                        <AttachmentCount>1</AttachmentCount></member></Policies></ListPoliciesResult></ListPoliciesResponse>""")
                .xml("Action=GetPolicyVersion", """
                        <GetPolicyVersionResponse><GetPolicyVersionResult><PolicyVersion><VersionId>v1</VersionId>
                        <IsDefaultVersion>true</IsDefaultVersion><Document>%s</Document></PolicyVersion></GetPolicyVersionResult>
                        </GetPolicyVersionResponse>""".formatted(encoded(
                        "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"*\"}}")))) {
            AwsManagedPolicy used = one(aws.collect(AwsManagedPolicy.class).resources(), AwsManagedPolicy.class);
            assertThat(used.account()).isEqualTo("111122223333");
            assertThat(used.document().knownTo(ManagedPolicy.ADMINISTRATION)).isTrue();
            assertThat(aws.requests())
                    .anyMatch(request -> request.contains("Scope=AWS") && request.contains("OnlyAttached=true"));
        }
    }

    @Test
    void aPasswordPolicyThatWasNeverSetIsKnownToBeAbsent() {
        try (CannedAws aws =
                new CannedAws().answer("Action=GetAccountPasswordPolicy", 404, "text/xml", error("NoSuchEntity"))) {
            assertThat(one(aws.collect(PasswordPolicy.class).resources(), PasswordPolicy.class)
                            .rules()
                            .knownToBe(Optional.empty()))
                    .isTrue();
            aws.answer("Action=GetAccountPasswordPolicy", 403, "text/xml", error("AccessDenied"));
            assertThat(one(aws.collect(PasswordPolicy.class).resources(), PasswordPolicy.class)
                            .rules()
                            .isKnown())
                    .isFalse();
        }
    }

    @Test
    void passwordsThatDoNotExpireHaveNoAge() {
        try (CannedAws aws = new CannedAws().xml("Action=GetAccountPasswordPolicy", """
                <GetAccountPasswordPolicyResponse><GetAccountPasswordPolicyResult><PasswordPolicy>
                <MinimumPasswordLength>14</MinimumPasswordLength><RequireSymbols>true</RequireSymbols>
                <ExpirePasswords>false</ExpirePasswords><MaxPasswordAge>0</MaxPasswordAge>
                <PasswordReusePrevention>24</PasswordReusePrevention></PasswordPolicy></GetAccountPasswordPolicyResult>
                </GetAccountPasswordPolicyResponse>""")) {
            PasswordPolicy policy = one(aws.collect(PasswordPolicy.class).resources(), PasswordPolicy.class);
            assertThat(policy.rules()
                            .knownTo(rules -> rules.orElseThrow().maxAgeDays().isEmpty()
                                    && rules.orElseThrow().passwordsRemembered().orElse(0) == 24))
                    .isTrue();
        }
    }

    @Test
    void rootIsReadFromTheSummaryAndTheReport() {
        try (CannedAws aws =
                new CannedAws().xml(REPORT, report(ROOT)).xml("Action=GetAccountSummary", summary(1, 1, "", 0))) {
            RootUser root = one(aws.collect(RootUser.class).resources(), RootUser.class);
            assertThat(root.summary()).isEqualTo(Observed.known(new RootUser.Summary(true, true, Optional.empty())));
            assertThat(root.lastUsed().knownToBe(Optional.of(Instant.parse("2025-06-01T00:00:00Z"))))
                    .isTrue();
        }
    }

    @Test
    void rootWithoutAPasswordIsNotRootOfWhichAwsSaysNothing() {
        try (CannedAws aws =
                new CannedAws().xml("Action=GetAccountSummary", summary(0, 0, "AccountPasswordPresent", 0))) {
            RootUser root = one(aws.collect(RootUser.class).resources(), RootUser.class);
            assertThat(root.summary().knownTo(RootUser.Summary.WITHOUT_CREDENTIALS))
                    .isTrue();
            assertThat(root.lastUsed().isKnown()).isFalse();
        }
    }

    @Test
    void aDeviceOfRootIsToldByItsOwner() {
        try (CannedAws aws =
                new CannedAws().xml("Action=ListVirtualMFADevices", """
                <ListVirtualMFADevicesResponse><ListVirtualMFADevicesResult><IsTruncated>true</IsTruncated><Marker>m</Marker>
                <VirtualMFADevices><member><SerialNumber>arn:aws:iam::111122223333:mfa/phone</SerialNumber>
                <EnableDate>2025-01-01T00:00:00Z</EnableDate><User><UserId>111122223333</UserId>
                <Arn>arn:aws:iam::111122223333:root</Arn><CreateDate>2020-01-01T00:00:00Z</CreateDate></User></member>
                </VirtualMFADevices></ListVirtualMFADevicesResult></ListVirtualMFADevicesResponse>""").xml("Marker=m", """
                <ListVirtualMFADevicesResponse><ListVirtualMFADevicesResult><IsTruncated>false</IsTruncated>
                <VirtualMFADevices><member><SerialNumber>arn:aws:iam::111122223333:mfa/spare</SerialNumber></member>
                </VirtualMFADevices></ListVirtualMFADevicesResult></ListVirtualMFADevicesResponse>""")) {
            assertThat(aws.collect(VirtualMfaDevice.class).resources())
                    .extracting(resource -> (VirtualMfaDevice) resource)
                    .extracting(Resource::name, VirtualMfaDevice::isOfRootUser)
                    .containsExactlyInAnyOrder(tuple("phone", true), tuple("spare", false));
        }
    }

    @Test
    void certificatesKeepTheirTimes() {
        try (CannedAws aws = new CannedAws().xml("Action=ListServerCertificates", """
                <ListServerCertificatesResponse><ListServerCertificatesResult><IsTruncated>false</IsTruncated>
                <ServerCertificateMetadataList><member><Path>/</Path><ServerCertificateName>site</ServerCertificateName>
                <ServerCertificateId>ASCA1</ServerCertificateId><Arn>arn:aws:iam::111122223333:server-certificate/site</Arn>
                <UploadDate>2025-01-01T00:00:00Z</UploadDate><Expiration>2027-01-01T00:00:00Z</Expiration></member>
                </ServerCertificateMetadataList></ListServerCertificatesResult></ListServerCertificatesResponse>""")) {
            assertThat(one(aws.collect(ServerCertificate.class).resources(), ServerCertificate.class)
                            .expiration())
                    .contains(Instant.parse("2027-01-01T00:00:00Z"));
        }
    }

    @Test
    void oneAnswerHoldsTheSettingsAndTheTagsOfAnOidcProvider() {
        try (CannedAws aws = new CannedAws()
                .xml("Action=ListOpenIDConnectProviders", """
                        <ListOpenIDConnectProvidersResponse><ListOpenIDConnectProvidersResult><OpenIDConnectProviderList>
                        <member><Arn>arn:aws:iam::111122223333:oidc-provider/oidc.eks.eu-west-1.amazonaws.com/id/ABC</Arn></member>
                        </OpenIDConnectProviderList></ListOpenIDConnectProvidersResult></ListOpenIDConnectProvidersResponse>""")
                .xml("Action=GetOpenIDConnectProvider", """
                        <GetOpenIDConnectProviderResponse><GetOpenIDConnectProviderResult>
                        <Url>oidc.eks.eu-west-1.amazonaws.com/id/ABC</Url><ClientIDList><member>sts.amazonaws.com</member></ClientIDList>
                        <ThumbprintList/><Tags><member><Key>Owner</Key><Value>team</Value></member></Tags>
                        </GetOpenIDConnectProviderResult></GetOpenIDConnectProviderResponse>""")) {
            OidcProvider provider = one(aws.collect(OidcProvider.class).resources(), OidcProvider.class);
            assertThat(provider.name()).isEqualTo("oidc.eks.eu-west-1.amazonaws.com/id/ABC");
            assertThat(provider.settings()
                            .knownTo(settings -> settings.clients().contains("sts.amazonaws.com")))
                    .isTrue();
            assertThat(provider.tags().knownTo(tags -> tags.containsKey("Owner")))
                    .isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains("GetOpenIDConnectProvider"))
                    .hasSize(1);
        }
    }

    @Test
    void samlProvidersAndInstanceProfilesAreListed() {
        try (CannedAws aws =
                new CannedAws().xml("Action=ListSAMLProviders", """
                        <ListSAMLProvidersResponse><ListSAMLProvidersResult><SAMLProviderList>
                        <member><Arn>arn:aws:iam::111122223333:saml-provider/Okta</Arn><ValidUntil>2032-05-09T16:27:11Z</ValidUntil>
                        <CreateDate>2012-05-09T16:27:03Z</CreateDate></member>
                        </SAMLProviderList></ListSAMLProvidersResult></ListSAMLProvidersResponse>""").xml("Action=ListInstanceProfiles", """
                        <ListInstanceProfilesResponse><ListInstanceProfilesResult><IsTruncated>false</IsTruncated><InstanceProfiles>
                        <member><Path>/</Path><InstanceProfileName>web</InstanceProfileName><InstanceProfileId>AIPA1</InstanceProfileId>
                        <Arn>arn:aws:iam::111122223333:instance-profile/web</Arn><CreateDate>2025-01-01T00:00:00Z</CreateDate>
                        <Roles><member><Path>/</Path><RoleName>web</RoleName><RoleId>AROA1</RoleId>
                        <Arn>arn:aws:iam::111122223333:role/web</Arn><CreateDate>2025-01-01T00:00:00Z</CreateDate></member></Roles>
                        </member></InstanceProfiles></ListInstanceProfilesResult></ListInstanceProfilesResponse>""")) {
            List<Resource> all =
                    aws.collect(SamlProvider.class, InstanceProfile.class).resources();
            assertThat(one(all, SamlProvider.class).validUntil()).contains(Instant.parse("2032-05-09T16:27:11Z"));
            assertThat(one(all, InstanceProfile.class).edges())
                    .singleElement()
                    .matches(edge -> edge.to().value().endsWith(":role/web"));
        }
    }

    private static CannedAws users(String name) {
        return users(name, "");
    }

    private static CannedAws users(String name, String inline) {
        return new CannedAws().xml(DETAILS, details("""
                <UserDetailList><member><Path>/people/</Path><UserName>%s</UserName><UserId>AIDA1</UserId>
                <Arn>arn:aws:iam::111122223333:user/people/%s</Arn><CreateDate>2025-01-01T00:00:00Z</CreateDate>
                <GroupList/><AttachedManagedPolicies/><UserPolicyList>%s</UserPolicyList></member></UserDetailList>""".formatted(name, name, inline), null));
    }

    private static Observed<Credentials> credentials(CannedAws aws) {
        return one(aws.collect(User.class).resources(), User.class).credentials();
    }

    private static String details(String lists, @Nullable String marker) {
        return "<GetAccountAuthorizationDetailsResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
                + "<GetAccountAuthorizationDetailsResult><IsTruncated>" + (marker != null) + "</IsTruncated>"
                + (marker == null ? "" : "<Marker>" + marker + "</Marker>")
                + lists + "</GetAccountAuthorizationDetailsResult></GetAccountAuthorizationDetailsResponse>";
    }

    private static String policy(String arn, String versions) {
        return """
                <member><PolicyName>own</PolicyName><PolicyId>ANPA1</PolicyId><Arn>%s</Arn><Path>/</Path>
                <DefaultVersionId>v2</DefaultVersionId><AttachmentCount>0</AttachmentCount>
                <PermissionsBoundaryUsageCount>0</PermissionsBoundaryUsageCount><IsAttachable>true</IsAttachable>
                <CreateDate>2025-01-01T00:00:00Z</CreateDate><UpdateDate>2025-01-01T00:00:00Z</UpdateDate>
                <PolicyVersionList>%s</PolicyVersionList></member>""".formatted(arn, versions);
    }

    private static String version(String id, boolean isDefault, String document) {
        return "<member><VersionId>%s</VersionId><IsDefaultVersion>%s</IsDefaultVersion><Document>%s</Document></member>"
                .formatted(id, isDefault, document);
    }

    private static String summary(int mfa, int keys, String more, int value) {
        String entry = "<entry><key>%s</key><value>%d</value></entry>";
        return "<GetAccountSummaryResponse><GetAccountSummaryResult><SummaryMap>"
                + entry.formatted("AccountMFAEnabled", mfa)
                + entry.formatted("AccountAccessKeysPresent", keys)
                + (more.isEmpty() ? "" : entry.formatted(more, value))
                + "</SummaryMap></GetAccountSummaryResult></GetAccountSummaryResponse>";
    }

    private static String report(String rows) {
        String content = Base64.getEncoder().encodeToString((HEADER + rows).getBytes(StandardCharsets.UTF_8));
        return """
                <GetCredentialReportResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><GetCredentialReportResult>
                <Content>%s</Content><ReportFormat>text/csv</ReportFormat><GeneratedTime>2026-01-01T00:00:00Z</GeneratedTime>
                </GetCredentialReportResult></GetCredentialReportResponse>""".formatted(content);
    }

    private static String error(String code) {
        return "<ErrorResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>"
                + code + "</Code><Message>as documented</Message></Error></ErrorResponse>";
    }

    private static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static <T extends Resource> T one(List<Resource> resources, Class<T> type) {
        return resources.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
