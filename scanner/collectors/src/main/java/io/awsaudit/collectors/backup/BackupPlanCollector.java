package io.awsaudit.collectors.backup;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.backup.BackupPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.backup.BackupClient;
import software.amazon.awssdk.services.backup.model.BackupPlansListMember;
import software.amazon.awssdk.services.backup.model.BackupRule;

/** Reads backup plans, and of each its rules and its tags. */
final class BackupPlanCollector implements Collector<BackupPlan> {
    private static final Operation LIST_PLANS =
            Operation.of("backup:ListBackupPlans").pages(Backup.PAGE);
    private static final Detail RULES = Detail.of(BackupPlan.class, "rules", "backup:GetBackupPlan");
    private static final Detail TAGS = Detail.of(BackupPlan.class, "tags", Backup.LIST_TAGS);

    @Override
    public Set<Class<? extends BackupPlan>> yields() {
        return Set.of(BackupPlan.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_PLANS);
    }

    @Override
    public List<Detail> details() {
        return List.of(RULES, TAGS);
    }

    @Override
    public Stream<BackupPlan> collect(Reads reads) {
        BackupClient backup = reads.client(Backup.BACKUP);
        return reads.each(
                BackupPlan.class,
                reads.pages(
                        LIST_PLANS,
                        () -> backup.listBackupPlansPaginator(request -> request.maxResults(Backup.PAGE))
                                .backupPlansList()),
                plan -> new Arn(plan.backupPlanArn()),
                plan -> read(plan, backup, reads));
    }

    private static BackupPlan read(BackupPlansListMember plan, BackupClient backup, Reads reads) {
        Arn arn = new Arn(plan.backupPlanArn());
        return new BackupPlan(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        Backup.orEmpty(plan.backupPlanName()),
                        reads.observe(TAGS, arn, () -> Backup.tags(arn, backup))),
                reads.observe(RULES, arn, () -> rulesOf(plan.backupPlanId(), backup)));
    }

    private static List<BackupPlan.Rule> rulesOf(String id, BackupClient backup) {
        return Answers.sent(
                        backup.getBackupPlan(request -> request.backupPlanId(id))
                                .backupPlan(),
                        "BackupPlan")
                .rules()
                .stream()
                .map(BackupPlanCollector::rule)
                .toList();
    }

    private static BackupPlan.Rule rule(BackupRule rule) {
        return new BackupPlan.Rule(
                Backup.orEmpty(rule.ruleName()),
                Optional.ofNullable(rule.scheduleExpression()).filter(schedule -> !schedule.isEmpty()),
                Boolean.TRUE.equals(rule.enableContinuousBackup()),
                Backup.deleteAfterDays(rule.lifecycle()),
                rule.copyActions().stream()
                        .flatMap(copy -> Backup.arn(copy.destinationBackupVaultArn()).stream())
                        .toList());
    }
}
