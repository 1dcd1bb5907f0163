package io.awsaudit.inventory.networkfirewall;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A policy by which firewalls work. {@code network-firewall:ListFirewallPolicies} gives its name and its ARN alone; one that
 * is being deleted is none any more, and one that another account shares is that account's.
 *
 * @param settings what it is
 * @see <a href="https://docs.aws.amazon.com/network-firewall/latest/APIReference/API_FirewallPolicy.html">FirewallPolicy</a>
 */
@CloudFormationType("AWS::NetworkFirewall::FirewallPolicy")
public record FirewallPolicy(Identity identity, Observed<Settings> settings) implements Resource {
    /**
     * What a policy is, by {@code network-firewall:DescribeFirewallPolicy}.
     *
     * @param status such as {@code ACTIVE}
     * @param ruleGroups those that it uses, of both kinds
     * @param statelessDefaultActions what becomes of whole packets that no stateless rule matches: one of {@code aws:pass},
     *     {@code aws:drop} and {@code aws:forward_to_sfe}, and maybe actions of the policy's own
     * @param statelessFragmentDefaultActions what becomes of fragments that no stateless rule matches
     * @param strictOrder whether stateful rules are tried in the order that was given, rather than those first that let pass
     * @param statefulDefaultActions what becomes of what no stateful rule matches, in strict order
     */
    public record Settings(
            String status,
            List<Arn> ruleGroups,
            List<String> statelessDefaultActions,
            List<String> statelessFragmentDefaultActions,
            boolean strictOrder,
            List<String> statefulDefaultActions) {
        private static final String DROP = "aws:drop";
        private static final String FORWARD = "aws:forward_to_sfe";

        /** Holds of policies that are on their way out. */
        public static final Predicate<Settings> DELETING =
                policy -> policy.status().equals("DELETING");

        /** Holds of policies without any rule. */
        public static final Predicate<Settings> WITHOUT_RULES =
                policy -> policy.ruleGroups().isEmpty();

        /** Holds where whole packets pass that no stateless rule matches. */
        public static final Predicate<Settings> PASSES_PACKETS = policy -> passes(policy.statelessDefaultActions());

        /** Holds where fragments pass that no stateless rule matches. */
        public static final Predicate<Settings> PASSES_FRAGMENTS =
                policy -> passes(policy.statelessFragmentDefaultActions());

        /** Holds where nothing comes to stateful rules by default. */
        public static final Predicate<Settings> STATELESS =
                policy -> !policy.statelessDefaultActions().contains(FORWARD);

        /** Holds where packets pass that no stateful rule matches. */
        public static final Predicate<Settings> PASSES_FLOWS = policy -> policy.statelessDefaultActions()
                        .contains(FORWARD)
                && !(policy.strictOrder()
                        && policy.statefulDefaultActions().stream().anyMatch(action -> action.startsWith(DROP)));

        /** What becomes of whole packets, as evidence. */
        public static final Function<Settings, List<String>> PACKETS = Settings::statelessDefaultActions;

        /** What becomes of fragments, as evidence. */
        public static final Function<Settings, List<String>> FRAGMENTS = Settings::statelessFragmentDefaultActions;

        /** What becomes of what no stateful rule matches, as evidence. */
        public static final Function<Settings, List<String>> FLOWS = Settings::statefulDefaultActions;

        public Settings {
            ruleGroups = List.copyOf(ruleGroups);
            statelessDefaultActions = List.copyOf(statelessDefaultActions);
            statelessFragmentDefaultActions = List.copyOf(statelessFragmentDefaultActions);
            statefulDefaultActions = List.copyOf(statefulDefaultActions);
        }

        private static boolean passes(List<String> actions) {
            return !actions.contains(DROP) && !actions.contains(FORWARD);
        }
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> known.ruleGroups().stream())
                .map(group -> new Edge(arn(), Relation.CONTAINS, group));
    }
}
