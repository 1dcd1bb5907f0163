package io.awsaudit.inventory.networkfirewall;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.networkfirewall.FirewallPolicy.Settings;
import java.util.List;
import org.junit.jupiter.api.Test;

class FirewallPolicyTest {
    @Test
    void anActionOfThePolicysOwnBesideADropLetsNothingPass() {
        assertThat(Settings.PASSES_PACKETS)
                .accepts(policy("aws:pass", true, List.of()), policy("count", true, List.of()))
                .rejects(policy("aws:drop", true, List.of()), policy("aws:forward_to_sfe", true, List.of()));
    }

    @Test
    void whatNoStatefulRuleMatchesIsDroppedInStrictOrderAlone() {
        List<String> drop = List.of("aws:alert_strict", "aws:drop_strict");
        assertThat(Settings.PASSES_FLOWS)
                .accepts(
                        policy("aws:forward_to_sfe", false, drop),
                        policy("aws:forward_to_sfe", true, List.of()),
                        policy("aws:forward_to_sfe", true, List.of("aws:alert_strict")))
                .rejects(policy("aws:forward_to_sfe", true, drop), policy("aws:drop", false, List.of()));
    }

    private static Settings policy(String stateless, boolean strict, List<String> stateful) {
        return new Settings("ACTIVE", List.of(), List.of(stateless), List.of(stateless), strict, stateful);
    }
}
