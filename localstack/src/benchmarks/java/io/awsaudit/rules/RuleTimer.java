package io.awsaudit.rules;

import com.sun.management.ThreadMXBean;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Resource;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kie.api.KieBase;
import org.kie.api.event.rule.BeforeMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/** Measures what the rules of a check cost by themselves: a session, the facts that they match, and all that fires. */
public final class RuleTimer {
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Inventory inventory;
    private final Map<Class<?>, List<Resource>> byType;

    /**
     * What one run cost.
     *
     * @param facts the resources that the rules match
     * @param nanoseconds of processor time
     * @param bytes that were allocated
     * @param firings of the check's rules and of derivations
     */
    public record Cost(long facts, long nanoseconds, long bytes, long firings) {}

    /** Takes an inventory of one account. */
    public RuleTimer(Inventory inventory) {
        this.inventory = inventory;
        this.byType = inventory.resources().stream().collect(Collectors.groupingBy(Object::getClass));
    }

    /** Measures some checks together, the cheapest of several runs. */
    public Cost cheapest(Catalog catalog, List<Check> checks, int runs) {
        Cost cheapest = run(catalog, checks);
        for (int more = 1; more < runs; more++) {
            Cost cost = run(catalog, checks);
            cheapest = cost.nanoseconds() < cheapest.nanoseconds() ? cost : cheapest;
        }
        return cheapest;
    }

    private Cost run(Catalog catalog, List<Check> checks) {
        RuleBase rules = catalog.ruleBases().get(0);
        KieBase base = rules.kieBase(checks, byType.keySet());
        Set<String> chosen = checks.stream().map(Check::rule).collect(Collectors.toSet());
        Audit audit = new Audit(inventory.asOf(), Settings.standard(catalog.checks()), rules.checks());
        Verdicts verdicts = new Verdicts();
        long[] firings = new long[1];
        List<Resource> facts = rules.types(checks).stream()
                .flatMap(type -> byType.getOrDefault(type, List.of()).stream())
                .toList();
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long start = THREAD.getCurrentThreadCpuTime();
        KieSession session = base.newKieSession();
        try {
            Engine.setGlobal(session, "verdicts", verdicts);
            Engine.setGlobal(session, "audit", audit);
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void beforeMatchFired(BeforeMatchFiredEvent event) {
                    firings[0]++;
                    verdicts.firing(event.getMatch().getRule().getName());
                }
            });
            facts.forEach(session::insert);
            session.fireAllRules(match -> {
                String rule = match.getRule().getName();
                return chosen.contains(RuleBase.checkOf(rule)) || rules.isDerivation(rule);
            });
        } finally {
            session.dispose();
        }
        return new Cost(
                facts.size(),
                THREAD.getCurrentThreadCpuTime() - start,
                THREAD.getCurrentThreadAllocatedBytes() - bytes,
                firings[0]);
    }
}
