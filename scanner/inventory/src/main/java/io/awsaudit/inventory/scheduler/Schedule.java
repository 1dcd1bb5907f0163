package io.awsaudit.inventory.scheduler;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A schedule, read by {@code scheduler:ListSchedules} but for its settings. It cannot be tagged, its group can.
 *
 * @param group the name of its group
 * @param enabled whether it does anything
 * @param target what it starts
 * @param settings what {@code scheduler:GetSchedule} tells
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_GetSchedule.html">GetSchedule</a>
 */
@CloudFormationType("AWS::Scheduler::Schedule")
public record Schedule(
        Identity identity, String group, boolean enabled, Optional<Arn> target, Observed<Settings> settings)
        implements Resource {
    /** Holds of schedules whose target's failures nobody learns of. */
    public static final Predicate<Settings> LOSING =
            settings -> settings.deadLetterQueue().isEmpty();

    private static final Pattern ONCE = Pattern.compile("at\\(([^)]+)\\)");

    /**
     * What is known of a schedule itself. What it sends, in which passwords may stand, is not kept.
     *
     * @param expression such as {@code rate(5 minutes)}, {@code cron(0 10 * * ? *)} or {@code at(2026-01-01T10:00:00)}
     * @param timezone in which that is meant, such as {@code UTC}
     * @param end after which it does nothing
     * @param deadLetterQueue where goes what could not be started
     * @param role as what it starts its target
     */
    public record Settings(
            String expression,
            String timezone,
            Optional<Instant> end,
            Optional<Arn> deadLetterQueue,
            Optional<Arn> role) {
        /** {@return whether it was to run up to a moment that is past} */
        boolean isOver(Instant asOf) {
            return end.filter(asOf::isAfter).isPresent()
                    || moment().filter(asOf::isAfter).isPresent();
        }

        /** {@return when it runs; empty where it runs more than once} */
        private Optional<Instant> moment() {
            Matcher once = ONCE.matcher(expression.strip());
            if (!once.matches()) {
                return Optional.empty();
            }
            try {
                return Optional.of(LocalDateTime.parse(once.group(1).strip())
                        .atZone(ZoneId.of(timezone.isEmpty() ? "UTC" : timezone))
                        .toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    /** {@return whether it was read, and will never run again} */
    public boolean isOver(Instant asOf) {
        return settings.knownTo(known -> known.isOver(asOf));
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                target.stream().map(started -> new Edge(arn(), Relation.ROUTES_TO, started)),
                settings.asOptional().stream()
                        .flatMap(known -> Stream.concat(
                                known.role().stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role)),
                                known.deadLetterQueue().stream()
                                        .map(queue -> new Edge(arn(), Relation.DELIVERS_TO, queue)))));
    }
}
