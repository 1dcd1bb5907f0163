package io.awsaudit.inventory.eventbridge;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A rule of an event bus, read by {@code events:ListRules} but for its targets and tags.
 *
 * @param eventBus its bus
 * @param enabled whether it does anything
 * @param managedBy the service that made it for itself, if one did
 * @param targets what it starts or sends events to
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Rule.html">Rule</a>
 */
@CloudFormationType("AWS::Events::Rule")
public record Rule(
        Identity identity, Arn eventBus, boolean enabled, Optional<String> managedBy, Observed<List<Target>> targets)
        implements Resource {
    /** Holds of rules that match events and do nothing with them. */
    public static final Predicate<List<Target>> NO_TARGETS = List::isEmpty;
    /** Holds of rules with a target for which events are lost that it does not take. */
    public static final Predicate<List<Target>> LOSING = targets ->
            targets.stream().anyMatch(target -> target.deadLetterQueue().isEmpty());

    /**
     * What a rule starts or sends events to. What it sends, in which passwords may stand, is not kept.
     *
     * @param deadLetterQueue where events go that it did not take
     */
    public record Target(String id, Arn target, Optional<Arn> deadLetterQueue) {}

    /** {@return the ids of the targets for which events are lost, as evidence} */
    public List<String> losing() {
        return targets.asOptional().stream()
                .flatMap(List::stream)
                .filter(target -> target.deadLetterQueue().isEmpty())
                .map(Target::id)
                .toList();
    }

    @Override
    public boolean isServiceOwned() {
        return managedBy.isPresent();
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.MEMBER_OF, eventBus)),
                targets.asOptional().stream()
                        .flatMap(List::stream)
                        .flatMap(target -> Stream.concat(
                                Stream.of(new Edge(arn(), Relation.ROUTES_TO, target.target())),
                                target.deadLetterQueue().stream()
                                        .map(queue -> new Edge(arn(), Relation.DELIVERS_TO, queue))))
                        .distinct());
    }
}
