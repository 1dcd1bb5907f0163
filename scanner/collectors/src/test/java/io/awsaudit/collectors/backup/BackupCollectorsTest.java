package io.awsaudit.collectors.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.backup.BackupPlan;
import io.awsaudit.inventory.backup.BackupVault;
import io.awsaudit.inventory.backup.ProtectedResource;
import io.awsaudit.inventory.backup.RecoveryPoint;
import io.awsaudit.inventory.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the emulator, which knows of vaults alone, cannot be brought to say of backups, with AWS's documented responses. */
class BackupCollectorsTest {
    private static final String VAULT = "arn:aws:backup:us-east-1:111122223333:backup-vault:";
    private static final String SYSTEM = "arn:aws:elasticfilesystem:us-east-1:111122223333:file-system/fs-1";
    private static final String VAULTS = "GET /backup-vaults/?maxResults=1000 ";
    private static final String POLICY = "/backup-vaults/one/access-policy";
    private static final String POINTS = "GET /backup-vaults/one/recovery-points/?maxResults=1000 ";

    @Test
    void vaultsComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json("GET /tags/", "{\"Tags\": {\"Owner\": \"me\"}}")
                .json("access-policy", "{\"Policy\": " + OPEN + "}")
                .json(VAULTS, "{\"BackupVaultList\": [" + vault("one", "") + "], \"NextToken\": \"more\"}")
                .json("nextToken=more", "{\"BackupVaultList\": [" + vault("two", ", \"Locked\": true") + "]}")) {
            assertThat(aws.collect(BackupVault.class).resources())
                    .allMatch(vault -> vault.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactly("one", "two");
        }
    }

    @Test
    void aVaultWithoutPolicyIsKnownToHaveNone() {
        try (CannedAws aws = vaults().answer(
                        POLICY,
                        400,
                        "application/json",
                        "{\"__type\": \"ResourceNotFoundException\", \"Code\": \"ERROR_2106\", \"Message\": \"no policy\"}")) {
            BackupVault vault =
                    (BackupVault) aws.collect(BackupVault.class).resources().get(0);
            assertThat(vault.policy().knownToBe(Policy.NONE)).isTrue();
            assertThat(vault.locked()).isFalse();
            assertThat(vault.isAirGapped()).isFalse();
        }
    }

    @Test
    void aPolicyIsRead() {
        try (CannedAws aws = vaults().json(POLICY, "{\"BackupVaultName\": \"one\", \"Policy\": " + OPEN + "}")) {
            BackupVault vault =
                    (BackupVault) aws.collect(BackupVault.class).resources().get(0);
            assertThat(vault.policy().knownTo(Policy.OPEN)).isTrue();
        }
    }

    @Test
    void aRefusedPolicyIsUnknown() {
        try (CannedAws aws = vaults().answer(
                        POLICY,
                        403,
                        "application/json",
                        "{\"__type\": \"AccessDeniedException\", \"Message\": \"no\"}")) {
            assertThat(((BackupVault) aws.collect(BackupVault.class).resources().get(0))
                            .policy()
                            .isKnown())
                    .isFalse();
        }
    }

    @Test
    void recoveryPointsComePageByPageAndThoseBeingDeletedAreNone() {
        try (CannedAws aws = vaults().json(
                        POINTS,
                        "{\"RecoveryPoints\": [" + point("1", "COMPLETED", true) + "], \"NextToken\": \"more\"}")
                .json(
                        "nextToken=more",
                        "{\"RecoveryPoints\": [" + point("2", "EXPIRED", false) + "," + point("3", "DELETING", false)
                                + "]}")) {
            assertThat(aws.collect(RecoveryPoint.class).resources())
                    .extracting(Resource::name, point -> ((RecoveryPoint) point).encrypted())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("1", true),
                            org.assertj.core.groups.Tuple.tuple("2", false));
        }
    }

    @Test
    void aRecoveryPointNamesItsVaultAndItsOrigin() {
        try (CannedAws aws = vaults().json(POINTS, "{\"RecoveryPoints\": [" + point("1", "COMPLETED", true) + "]}")) {
            Resource point = aws.collect(RecoveryPoint.class).resources().get(0);
            assertThat(point.edges())
                    .containsExactly(
                            new Edge(point.arn(), Relation.IN, new Arn(VAULT + "one")),
                            new Edge(point.arn(), Relation.CREATED_FROM, new Arn(SYSTEM)));
        }
    }

    @Test
    void aRecoveryPointIsKeptForEverWhereNoTimeIsGiven() {
        String point = point("1", "COMPLETED", true);
        String timed = point.substring(0, point.length() - 1) + ", \"Lifecycle\": {\"DeleteAfterDays\": 35}, "
                + "\"ParentRecoveryPointArn\": \"arn:aws:backup:us-east-1:111122223333:recovery-point:0\"}";
        String never = point("2", "COMPLETED", true).replace("}", ", \"Lifecycle\": {\"DeleteAfterDays\": -1}}");
        try (CannedAws aws = vaults().json(
                        POINTS,
                        "{\"RecoveryPoints\": [" + timed + "," + never + "," + point("3", "COMPLETED", true) + "]}")) {
            List<RecoveryPoint> points = aws.collect(RecoveryPoint.class).resources().stream()
                    .map(RecoveryPoint.class::cast)
                    .toList();
            assertThat(points)
                    .extracting(RecoveryPoint::deleteAfterDays)
                    .containsExactly(OptionalInt.of(35), OptionalInt.empty(), OptionalInt.empty());
            assertThat(points.get(0).parent()).isPresent();
            assertThat(points.get(0).isKeptLessThan(36)).isTrue();
            assertThat(points.get(0).isKeptLessThan(35)).isFalse();
            assertThat(points.get(1).isKeptLessThan(36)).isFalse();
        }
    }

    @Test
    void plansComePageByPageEachWithItsRules() {
        try (CannedAws aws = new CannedAws()
                .json("GET /tags/", "{\"Tags\": {\"Owner\": \"me\"}}")
                .json(
                        "GET /backup/plans/?maxResults=1000 ",
                        "{\"BackupPlansList\": [" + plan("one") + "], \"NextToken\": \"more\"}")
                .json("nextToken=more", "{\"BackupPlansList\": [" + plan("two") + "]}")
                .json("GET /backup/plans/one", """
                        {"BackupPlan": {"BackupPlanName": "one", "Rules": [{"RuleName": "daily", "TargetBackupVaultName": "v",
                        "ScheduleExpression": "cron(0 5 ? * * *)", "EnableContinuousBackup": true, "Lifecycle": {"DeleteAfterDays": 35},
                        "CopyActions": [{"DestinationBackupVaultArn": "arn:aws:backup:eu-west-1:111122223333:backup-vault:far"}]}]}}""")
                .json(
                        "GET /backup/plans/two",
                        "{\"BackupPlan\": {\"BackupPlanName\": \"two\", \"Rules\": [{\"RuleName\": \"bare\"}]}}")) {
            List<BackupPlan> plans = aws.collect(BackupPlan.class).resources().stream()
                    .map(BackupPlan.class::cast)
                    .toList();
            assertThat(plans).extracting(Resource::name).containsExactly("one", "two");
            assertThat(plans.get(0)
                            .rules()
                            .knownToBe(List.of(new BackupPlan.Rule(
                                    "daily",
                                    Optional.of("cron(0 5 ? * * *)"),
                                    true,
                                    OptionalInt.of(35),
                                    List.of(new Arn("arn:aws:backup:eu-west-1:111122223333:backup-vault:far"))))))
                    .isTrue();
            assertThat(plans.get(1)
                            .rules()
                            .knownToBe(List.of(new BackupPlan.Rule(
                                    "bare", Optional.empty(), false, OptionalInt.empty(), List.of()))))
                    .isTrue();
            assertThat(plans.get(0).tags().knownToBe(Map.of("Owner", "me"))).isTrue();
        }
    }

    @Test
    void aRefusalLeavesTheRulesUnknown() {
        try (CannedAws aws = new CannedAws()
                .json("GET /tags/", "{\"Tags\": {}}")
                .json("GET /backup/plans/?maxResults=1000 ", "{\"BackupPlansList\": [" + plan("one") + "]}")
                .answer(
                        "GET /backup/plans/one",
                        403,
                        "application/json",
                        "{\"__type\": \"AccessDeniedException\", \"Message\": \"no\"}")) {
            BackupPlan plan =
                    (BackupPlan) aws.collect(BackupPlan.class).resources().get(0);
            assertThat(plan.rules().isKnown()).isFalse();
            assertThat(plan.keepsAllAtHome()).isFalse();
            assertThat(plan.neverSuffices(1, 35)).isFalse();
        }
    }

    private static String plan(String id) {
        return "{\"BackupPlanArn\": \"arn:aws:backup:us-east-1:111122223333:backup-plan:" + id
                + "\", \"BackupPlanId\": \"" + id + "\", \"BackupPlanName\": \"" + id + "\"}";
    }

    @Test
    void whatIsBackedUpComesPageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "GET /resources/?maxResults=1000 ",
                        "{\"Results\": [{\"ResourceArn\": \"" + SYSTEM
                                + "\", \"ResourceType\": \"EFS\", \"LastBackupTime\": 1767139200}], \"NextToken\": \"more\"}")
                .json(
                        "nextToken=more",
                        "{\"Results\": [{\"ResourceArn\": \"arn:aws:s3:::bucket\", \"ResourceType\": \"S3\"}]}")) {
            assertThat(aws.collect(ProtectedResource.class).resources()).hasSize(2);
            ProtectedResource protection = aws.collect(ProtectedResource.class).resources().stream()
                    .map(ProtectedResource.class::cast)
                    .filter(resource -> resource.resourceType().equals("EFS"))
                    .findFirst()
                    .orElseThrow();
            Instant day = Instant.parse("2026-01-01T00:00:00Z");
            assertThat(protection.protects(new Arn(SYSTEM), day, 31)).isTrue();
            assertThat(protection.protects(new Arn(SYSTEM), day.plusSeconds(86_400 * 40), 31))
                    .isFalse();
            assertThat(protection.protects(new Arn("arn:aws:s3:::bucket"), day, 31))
                    .isFalse();
        }
    }

    private static final String OPEN = """
            "{\\"Version\\":\\"2012-10-17\\",\\"Statement\\":{\\"Sid\\":\\"Open\\",\\"Effect\\":\\"Allow\\",\\"Principal\\":\\"*\\",\
            \\"Action\\":\\"backup:*\\",\\"Resource\\":\\"*\\"}}\"""";

    private static CannedAws vaults() {
        return new CannedAws()
                .json("GET /tags/", "{\"Tags\": {}}")
                .json(VAULTS, "{\"BackupVaultList\": [" + vault("one", "") + "]}");
    }

    private static String vault(String name, String members) {
        return "{\"BackupVaultName\": \"" + name + "\", \"BackupVaultArn\": \"" + VAULT + name + "\"" + members + "}";
    }

    private static String point(String id, String status, boolean encrypted) {
        return """
                {"RecoveryPointArn": "arn:aws:backup:us-east-1:111122223333:recovery-point:%s", "BackupVaultName": "one",
                "BackupVaultArn": "%sone", "ResourceArn": "%s", "ResourceType": "EFS", "Status": "%s", "IsEncrypted": %s}""".formatted(id, VAULT, SYSTEM, status, encrypted);
    }
}
