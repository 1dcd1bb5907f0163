package io.awsaudit.collectors.eventbridge;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.eventbridge.Rule;
import io.awsaudit.inventory.eventbridge.Rule.Target;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeadLetterConfig;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/** Reads the rules of all event buses, and of each its targets, without what is sent to them. */
final class RuleCollector implements Collector<Rule> {
    private static final Operation LIST_RULES =
            Operation.of("events:ListRules").pages(EventBridge.PAGE).per("event bus");
    private static final Detail TARGETS = Detail.of(Rule.class, "targets", "events:ListTargetsByRule");
    private static final Detail TAGS = Detail.of(Rule.class, "tags", EventBridge.LIST_TAGS);

    /** A rule as it is listed, of which AWS says in an event bus's name alone where it is. */
    private record Listed(EventBus bus, software.amazon.awssdk.services.eventbridge.model.Rule rule) {
        Arn arn() {
            return new Arn(rule.arn());
        }
    }

    @Override
    public Set<Class<? extends Rule>> yields() {
        return Set.of(Rule.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(EventBridge.LIST_EVENT_BUSES, LIST_RULES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TARGETS, TAGS);
    }

    @Override
    public Stream<Rule> collect(Reads reads) {
        EventBridgeClient events = reads.client(EventBridge.EVENTS);
        return reads.each(
                Rule.class,
                EventBridge.buses(reads).flatMap(bus -> rulesOf(bus, events, reads)),
                Listed::arn,
                rule -> read(rule, events, reads));
    }

    private static Stream<Listed> rulesOf(EventBus bus, EventBridgeClient events, Reads reads) {
        return reads.pages(
                        LIST_RULES,
                        () -> TokenPages.of(
                                token -> Answers.orIfAbsent(
                                        () -> events.listRules(request -> request.eventBusName(bus.name())
                                                .limit(EventBridge.PAGE)
                                                .nextToken(token)),
                                        ListRulesResponse.builder()
                                                .rules(List.of())
                                                .build(),
                                        "ResourceNotFoundException"), // deleted since it was listed
                                ListRulesResponse::rules,
                                ListRulesResponse::nextToken))
                .map(rule -> new Listed(bus, rule));
    }

    private static Rule read(Listed listed, EventBridgeClient events, Reads reads) {
        Arn arn = listed.arn();
        return new Rule(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.rule().name(),
                        reads.observe(TAGS, arn, () -> EventBridge.tags(arn, events))),
                new Arn(listed.bus().arn()),
                listed.rule().state() != RuleState.DISABLED,
                Optional.ofNullable(listed.rule().managedBy()).filter(service -> !service.isEmpty()),
                reads.observe(TARGETS, arn, () -> targetsOf(listed, events)));
    }

    private static List<Target> targetsOf(Listed listed, EventBridgeClient events) {
        Iterable<software.amazon.awssdk.services.eventbridge.model.Target> targets = TokenPages.of(
                token -> events.listTargetsByRule(
                        request -> request.rule(listed.rule().name())
                                .eventBusName(listed.bus().name())
                                .limit(EventBridge.PAGE)
                                .nextToken(token)),
                ListTargetsByRuleResponse::targets,
                ListTargetsByRuleResponse::nextToken);
        return StreamSupport.stream(targets.spliterator(), false)
                .map(target -> new Target(
                        target.id(),
                        new Arn(target.arn()),
                        Optional.ofNullable(target.deadLetterConfig())
                                .map(DeadLetterConfig::arn)
                                .filter(queue -> !queue.isEmpty())
                                .map(Arn::new)))
                .toList();
    }
}
