package io.awsaudit.inventory.wafv2;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a web ACL or a rule group consists of.
 *
 * @param cloudWatchMetricsEnabled whether CloudWatch counts the requests that reach it
 * @param firewallManagerRuleGroups those that Firewall Manager has put before and behind the rules of a web ACL
 */
public record Definition(List<Rule> rules, boolean cloudWatchMetricsEnabled, List<String> firewallManagerRuleGroups) {
    /** Holds where no rule looks at requests. */
    public static final Predicate<Definition> EMPTY =
            definition -> definition.rules().isEmpty()
                    && definition.firewallManagerRuleGroups().isEmpty();
    /** Holds where some requests are not counted. */
    public static final Predicate<Definition> UNMETERED =
            definition -> definition.unmetered().findAny().isPresent();

    private static final String ITSELF = "itself";

    public Definition {
        rules = List.copyOf(rules);
        firewallManagerRuleGroups = List.copyOf(firewallManagerRuleGroups);
    }

    /** {@return the names of the rules without metrics, after {@code itself} where the whole has none} */
    Stream<String> unmetered() {
        return Stream.concat(
                Stream.of(ITSELF).filter(itself -> !cloudWatchMetricsEnabled),
                rules.stream().filter(rule -> !rule.cloudWatchMetricsEnabled()).map(Rule::name));
    }
}
