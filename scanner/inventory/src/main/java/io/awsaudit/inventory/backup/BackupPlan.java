package io.awsaudit.inventory.backup;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A backup plan. {@code backup:ListBackupPlans} gives its name alone.
 *
 * @param rules when it makes backups, and for how long they are kept; read by {@code backup:GetBackupPlan}
 * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupPlan.html">BackupPlan</a>
 */
@CloudFormationType("AWS::Backup::BackupPlan")
public record BackupPlan(Identity identity, Observed<List<Rule>> rules) implements Resource {
    /** What the names of those plans start with that AWS makes for a service, as for automatic backups of EFS. */
    private static final String OF_AWS = "aws/";

    /**
     * When backups are made.
     *
     * @param schedule such as {@code cron(0 5 ? * * *)}; empty where AWS's own holds, which is that one
     * @param continuous whether the resource can be restored to any moment in between
     * @param deleteAfterDays how long backups are kept; empty where they are kept until somebody deletes them
     * @param copiedTo the vaults that each backup is copied to
     * @see <a href="https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html">BackupRule</a>
     */
    public record Rule(
            String name,
            Optional<String> schedule,
            boolean continuous,
            OptionalInt deleteAfterDays,
            List<Arn> copiedTo) {
        private static final int YEAR = 366;
        private static final int MONTH = 31;
        private static final int WEEK = 7;
        private static final Pattern RATE = Pattern.compile("rate\\((\\d{1,6}) (minute|hour|day)s?\\)");

        /** Minute, hour, day of the month, month, day of the week, year. */
        private static final Pattern CRON =
                Pattern.compile("cron\\(\\S+ \\S+ (?<day>\\S+) (?<month>\\S+) (?<weekday>\\S+)(?: (?<year>\\S+))?\\)");

        public Rule {
            copiedTo = List.copyOf(copiedTo);
        }

        /** {@return whether a backup is made at least every so many days, and kept for at least so many} */
        public boolean suffices(long everyDays, long keptDays) {
            return (continuous || daysBetween() <= everyDays)
                    && (deleteAfterDays.isEmpty() || deleteAfterDays.getAsInt() >= keptDays);
        }

        /** {@return the most days that pass from one backup to the next, as the coarsest part of the schedule has it} */
        private long daysBetween() {
            String expression = schedule.orElse("cron(0 5 ? * * *)");
            Matcher rate = RATE.matcher(expression);
            if (rate.matches()) {
                return rate.group(2).equals("day") ? Long.parseLong(rate.group(1)) : hours(rate) / 24 + 1;
            }
            Matcher cron = CRON.matcher(expression);
            if (!cron.matches() || !isEvery(cron.group("month"))) {
                return YEAR;
            }
            if (!isEvery(cron.group("day"))) {
                return MONTH;
            }
            return isEvery(cron.group("weekday")) ? 1 : WEEK;
        }

        private static long hours(Matcher rate) {
            long number = Long.parseLong(rate.group(1)) - 1;
            return rate.group(2).equals("hour") ? number : number / 60;
        }

        private static boolean isEvery(String field) {
            return field.equals("*") || field.equals("?") || field.equals("*/1") || field.equals("1/1");
        }
    }

    /** {@return whether it was read that no rule makes backups often enough and keeps them long enough} */
    public boolean neverSuffices(long everyDays, long keptDays) {
        return rules.knownTo(all -> all.stream().noneMatch(rule -> rule.suffices(everyDays, keptDays)));
    }

    /** {@return whether it was read that no rule copies what it makes to another region or account} */
    public boolean keepsAllAtHome() {
        return rules.knownTo(all -> all.stream()
                .flatMap(rule -> rule.copiedTo().stream())
                .noneMatch(vault ->
                        !vault.region().equals(region()) || !vault.account().equals(account())));
    }

    @Override
    public boolean isServiceOwned() {
        return name().startsWith(OF_AWS);
    }

    @Override
    public Stream<Edge> edges() {
        return rules.asOptional().stream()
                .flatMap(List::stream)
                .flatMap(rule -> rule.copiedTo().stream())
                .distinct()
                .map((Arn vault) -> new Edge(arn(), Relation.DELIVERS_TO, vault));
    }
}
