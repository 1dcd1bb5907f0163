package io.awsaudit.collectors.quicksight;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Cause;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.quicksight.AccountSettings;
import io.awsaudit.inventory.quicksight.Dashboard;
import io.awsaudit.inventory.quicksight.DataSource;
import io.awsaudit.inventory.quicksight.VpcConnection;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * QuickSight, with AWS's documented responses. The emulator knows the settings of the account and no more: it sends times of data
 * sources and dashboards that cannot be read, and knows neither VPC connections nor whom a dashboard is open to.
 */
class QuickSightCollectorsTest {
    private static final String ARN = "arn:aws:quicksight:us-east-1:111122223333:";
    private static final String ACCOUNT = "GET /accounts/111122223333/";
    private static final String SETTINGS = ACCOUNT + "settings ";
    private static final String JSON = "application/json";

    private static final List<Class<? extends Resource>> TYPES =
            List.of(AccountSettings.class, Dashboard.class, DataSource.class, VpcConnection.class);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "404 | ResourceNotFoundException | Directory information for account 111122223333 is not found.",
                "404 | ResourceNotFoundException | Account 111122223333 is not signed up with QuickSight",
                "403 | UnsupportedUserEditionException | Account 111122223333 is not subscribed for QuickSight"
            })
    void anAccountThatNeverSubscribedHasNothing(int status, String code, String message) {
        try (CannedAws aws = new CannedAws().answer(ACCOUNT, status, JSON, error(code, message))) {
            for (Class<? extends Resource> type : TYPES) {
                Inventory inventory = aws.collect(type);
                assertThat(inventory.resources()).isEmpty();
                assertThat(gaps(inventory)).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "401 | AccessDeniedException | User: arn:aws:iam::111122223333:user/auditor is not authorized to perform this | DENIED",
                "401 | AccessDeniedException | This operation is disabled for STANDARD Edition | DENIED",
                "403 | UnsupportedUserEditionException | Edition STANDARD of account 111122223333 lacks it | DENIED",
            })
    void aRefusalIsNoAnswer(int status, String code, String message, Cause cause) {
        try (CannedAws aws = new CannedAws().answer(ACCOUNT, status, JSON, error(code, message))) {
            for (Class<? extends Resource> type : TYPES) {
                Inventory inventory = aws.collect(type);
                assertThat(inventory.resources()).isEmpty();
                assertThat(gaps(inventory)).extracting(Gap::cause).containsExactly(cause);
            }
        }
    }

    @Test
    void settingsAreReadWhereAnswered() {
        try (CannedAws aws = new CannedAws().json(SETTINGS, settings(true, false))) {
            assertThat(aws.collect(AccountSettings.class).resources())
                    .extracting(Resource::arn)
                    .hasToString("[arn:aws:quicksight::111122223333:account-settings]");
            AccountSettings settings = onlySettings(aws);
            assertThat(settings.publicSharingEnabled()).isTrue();
            assertThat(settings.terminationProtectionEnabled()).isFalse();
            assertThat(settings.region()).isEqualTo("global");
        }
    }

    @Test
    void anotherRegionIsAskedWhereQuickSightNamesIt() {
        try (CannedAws aws = new CannedAws()
                .json(SETTINGS, settings(false, true))
                .once(
                        SETTINGS,
                        401,
                        JSON,
                        error(
                                "AccessDeniedException",
                                "Operation is being called from endpoint us-east-1, but your identity region is eu-west-1. Please use the eu-west-1 endpoint."))) {
            assertThat(onlySettings(aws).terminationProtectionEnabled()).isTrue();
            assertThat(aws.requests().stream().filter(request -> request.startsWith(SETTINGS)))
                    .hasSize(2);
        }
    }

    @Test
    void aRegionThatNamesAnotherForEverIsARefusal() {
        try (CannedAws aws = new CannedAws()
                .answer(
                        SETTINGS,
                        401,
                        JSON,
                        error("AccessDeniedException", "your identity region is eu-west-1. Please use it."))) {
            assertThat(gaps(aws.collect(AccountSettings.class)))
                    .extracting(Gap::cause)
                    .containsExactly(Cause.DENIED);
            assertThat(aws.requests().stream().filter(request -> request.startsWith(SETTINGS)))
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"AccountSettings\": {\"PublicSharingEnabled\": false}}",
                "{\"AccountSettings\": {\"TerminationProtectionEnabled\": true}}",
                "{}"
            })
    void settingsThatAreLeftOutAreNotMadeUp(String answer) {
        try (CannedAws aws = new CannedAws().json(SETTINGS, answer)) {
            Inventory inventory = aws.collect(AccountSettings.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(gaps(inventory)).isNotEmpty();
        }
    }

    @Test
    void dashboardsComePageByPage() {
        try (CannedAws aws = tags().json(
                        ACCOUNT + "dashboards", """
                        {"DashboardSummaryList": [%s], "NextToken": "more"}""".formatted(listed("dashboard", "one", "DashboardId")))
                .json("next-token=more", """
                        {"DashboardSummaryList": [%s]}""".formatted(listed("dashboard", "two", "DashboardId")))
                .json("/dashboards/one/permissions", permissions("one", ""))
                .json("/dashboards/two/permissions", permissions("two", ""))) {
            assertThat(aws.collect(Dashboard.class).resources())
                    .allMatch(dashboard -> dashboard.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("name of one", "name of two");
            assertThat(aws.requests()).anyMatch(request -> request.contains("max-results=100"));
        }
    }

    @Test
    void aDashboardIsPublicByItsLinkAlone() {
        assertThat(dashboard("").publicByLink().knownToBe(false)).isTrue();
        assertThat(dashboard(link("")).publicByLink().knownToBe(false)).isTrue();
        assertThat(dashboard(link(principal(ARN + "namespace/default")))
                        .publicByLink()
                        .knownToBe(false))
                .isTrue();
        assertThat(dashboard(link(principal(ARN + "namespace/default") + ", "
                                + principal("arn:aws:quicksight:::publicAnonymousUser/*")))
                        .publicByLink()
                        .knownToBe(true))
                .isTrue();
    }

    @Test
    void whomADashboardIsOpenToMayBeRefused() {
        try (CannedAws aws = tags().json(
                        ACCOUNT + "dashboards", """
                        {"DashboardSummaryList": [%s]}""".formatted(listed("dashboard", "one", "DashboardId")))
                .answer(
                        "/dashboards/one/permissions",
                        404,
                        JSON,
                        error("ResourceNotFoundException", "Dashboard one is not found"))) {
            Dashboard dashboard =
                    (Dashboard) aws.collect(Dashboard.class).resources().get(0);
            assertThat(dashboard.publicByLink().isKnown()).isFalse();
        }
    }

    @Test
    void dataSourcesComePageByPageAndFilesAreNone() {
        try (CannedAws aws = tags().json(ACCOUNT + "data-sources", """
                        {"DataSources": [%s, %s], "NextToken": "more"}""".formatted(
                                source("one", "MYSQL", ""), source("sample", "FILE", "")))
                .json("next-token=more", """
                        {"DataSources": [%s, %s]}""".formatted(
                                source("two", "ATHENA", ""),
                                source("gone", "S3", "").replace("CREATION_SUCCESSFUL", "DELETED")))) {
            assertThat(aws.collect(DataSource.class).resources())
                    .allMatch(source -> source.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("name of one", "name of two");
        }
    }

    @Test
    void whatWasNeverSaidOfADataSourceIsUsual() {
        DataSource source = only("ATHENA", "");
        assertThat(source.dataSourceType()).isEqualTo("ATHENA");
        assertThat(source.tlsDisabled()).isFalse();
        assertThat(source.host()).isEmpty();
        assertThat(source.instance()).isEmpty();
        assertThat(source.passwordless()).isFalse();
        assertThat(source.edges()).isEmpty();
        assertThat(only("MYSQL", ", \"SslProperties\": {}").tlsDisabled()).isFalse();
        assertThat(only("MYSQL", ", \"SslProperties\": {\"DisableSsl\": false}").tlsDisabled())
                .isFalse();
    }

    @Test
    void whatWasSaidOfADataSourceIsRead() {
        DataSource source = only("POSTGRESQL", """
                , "SslProperties": {"DisableSsl": true}, "SecretArn": "arn:aws:secretsmanager:us-east-1:111122223333:secret:a",
                "VpcConnectionProperties": {"VpcConnectionArn": "%svpcConnection/c"}, "DataSourceParameters": {"PostgreSqlParameters":
                {"Host": "db.example.com", "Port": 5432, "Database": "shop"}}""".formatted(ARN));
        assertThat(source.tlsDisabled()).isTrue();
        assertThat(source.host()).contains("db.example.com");
        assertThat(source.edges())
                .extracting(edge -> edge.relation() + " " + edge.to())
                .containsExactly(
                        Relation.ATTACHED_TO + " " + ARN + "vpcConnection/c",
                        Relation.CONFIGURED_BY + " arn:aws:secretsmanager:us-east-1:111122223333:secret:a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AuroraParameters",
                "AuroraPostgreSqlParameters",
                "MariaDbParameters",
                "MySqlParameters",
                "OracleParameters",
                "PostgreSqlParameters",
                "RedshiftParameters",
                "SqlServerParameters"
            })
    void theServerOfEachKindOfDatabaseIsRead(String parameters) {
        assertThat(only("ANY", """
                , "DataSourceParameters": {"%s": {"Host": "db.example.com", "Database": "shop"}}""".formatted(parameters)).host()).contains("db.example.com");
    }

    @Test
    void instancesAndClustersAreNamedInPlaceOfServers() {
        assertThat(only("MYSQL", """
                , "DataSourceParameters": {"RdsParameters": {"InstanceId": "shop", "Database": "shop"}}""").instance()).contains("shop");
        assertThat(only("REDSHIFT", """
                , "DataSourceParameters": {"RedshiftParameters": {"ClusterId": "shop", "Host": "", "Database": "shop"}}"""))
                .matches(source -> source.instance().equals(java.util.Optional.of("shop")))
                .matches(source -> source.host().isEmpty())
                .matches(source -> !source.passwordless());
    }

    @Test
    void redshiftMayLetInARoleOrWhoeverAsks() {
        assertThat(redshift("\"IAMParameters\": {\"RoleArn\": \"arn:aws:iam::111122223333:role/r\"}")
                        .passwordless())
                .isTrue();
        assertThat(redshift("\"IdentityCenterConfiguration\": {\"EnableIdentityPropagation\": true}")
                        .passwordless())
                .isTrue();
        assertThat(redshift("\"IdentityCenterConfiguration\": {\"EnableIdentityPropagation\": false}")
                        .passwordless())
                .isFalse();
    }

    @Test
    void vpcConnectionsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = tags().json(
                        ACCOUNT + "vpc-connections", """
                        {"VPCConnectionSummaries": [%s], "NextToken": "more"}""".formatted(connection("one", "CREATION_SUCCESSFUL", "")))
                .json("next-token=more", """
                        {"VPCConnectionSummaries": [%s, %s, %s]}""".formatted(
                                connection("two", "DELETION_FAILED", ""),
                                connection("going", "DELETION_IN_PROGRESS", ""),
                                connection("gone", "DELETED", "")))) {
            assertThat(aws.collect(VpcConnection.class).resources())
                    .allMatch(connection -> connection.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("name of one", "name of two");
        }
    }

    @Test
    void aVpcConnectionTellsItsNetworkAndWhetherItWorks() {
        try (CannedAws aws =
                tags().json(ACCOUNT + "vpc-connections", """
                {"VPCConnectionSummaries": [%s]}""".formatted(connection("one", "UPDATE_SUCCESSFUL", """
                        , "AvailabilityStatus": "PARTIALLY_AVAILABLE", "RoleArn": "arn:aws:iam::111122223333:role/r", "SecurityGroupIds":
                        ["sg-1"], "NetworkInterfaces": [{"SubnetId": "subnet-2", "Status": "AVAILABLE"}, {"SubnetId": "subnet-1",
                        "Status": "CREATION_FAILED"}]""")))) {
            VpcConnection connection =
                    (VpcConnection) aws.collect(VpcConnection.class).resources().get(0);
            assertThat(connection.isBroken()).isTrue();
            assertThat(connection.edges())
                    .extracting(edge -> edge.relation() + " " + edge.to())
                    .containsExactly(
                            Relation.RUNS_AS + " arn:aws:iam::111122223333:role/r",
                            Relation.PROTECTED_BY + " arn:aws:ec2:us-east-1:111122223333:security-group/sg-1",
                            Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1",
                            Relation.IN + " arn:aws:ec2:us-east-1:111122223333:subnet/subnet-2");
        }
    }

    private static List<Gap> gaps(Inventory inventory) {
        return inventory.coverage().listings().stream()
                .flatMap(listing -> listing.gap().stream())
                .toList();
    }

    private static AccountSettings onlySettings(CannedAws aws) {
        return (AccountSettings) aws.collect(AccountSettings.class).resources().get(0);
    }

    private static CannedAws tags() {
        return new CannedAws().json("GET /resources/", "{\"Tags\": [{\"Key\": \"Owner\", \"Value\": \"me\"}]}");
    }

    private static Dashboard dashboard(String members) {
        try (CannedAws aws = tags().json(
                        ACCOUNT + "dashboards", """
                        {"DashboardSummaryList": [%s]}""".formatted(listed("dashboard", "one", "DashboardId")))
                .json("/dashboards/one/permissions", permissions("one", members))) {
            return (Dashboard) aws.collect(Dashboard.class).resources().get(0);
        }
    }

    private static DataSource redshift(String members) {
        return only("REDSHIFT", """
                , "DataSourceParameters": {"RedshiftParameters": {"ClusterId": "shop", "Database": "shop", %s}}""".formatted(members));
    }

    private static DataSource only(String type, String members) {
        try (CannedAws aws = tags().json(ACCOUNT + "data-sources", """
                {"DataSources": [%s]}""".formatted(source("one", type, members)))) {
            return (DataSource) aws.collect(DataSource.class).resources().get(0);
        }
    }

    private static String error(String code, String message) {
        return "{\"__type\": \"%s\", \"Message\": \"%s\"}".formatted(code, message);
    }

    private static String settings(boolean sharing, boolean protection) {
        return """
                {"AccountSettings": {"AccountName": "team", "Edition": "ENTERPRISE", "DefaultNamespace": "default", "NotificationEmail":
                "bi@example.com", "PublicSharingEnabled": %s, "TerminationProtectionEnabled": %s}, "RequestId": "r"}""".formatted(sharing, protection);
    }

    private static String permissions(String dashboard, String members) {
        return """
                {"DashboardId": "%s", "DashboardArn": "%sdashboard/%s", "Permissions": [{"Principal": "%suser/default/me", "Actions":
                ["quicksight:DescribeDashboard"]}]%s}""".formatted(dashboard, ARN, dashboard, ARN, members);
    }

    private static String link(String principals) {
        return ", \"LinkSharingConfiguration\": {\"Permissions\": [" + principals + "]}";
    }

    private static String principal(String arn) {
        return "{\"Principal\": \"" + arn + "\", \"Actions\": [\"quicksight:QueryDashboard\"]}";
    }

    private static String source(String id, String type, String members) {
        return listed("datasource", id, "DataSourceId")
                .replaceFirst(
                        "}$", ", \"Type\": \"" + type + "\", \"Status\": \"CREATION_SUCCESSFUL\"" + members + "}");
    }

    private static String connection(String id, String status, String members) {
        return listed("vpcConnection", id, "VPCConnectionId")
                .replaceFirst("}$", ", \"Status\": \"" + status + "\"" + members + "}");
    }

    private static String listed(String kind, String id, String key) {
        return """
                {"Arn": "%s%s/%s", "%s": "%s", "Name": "name of %s", "CreatedTime": 1.7E9}""".formatted(ARN, kind, id, key, id, id);
    }
}
