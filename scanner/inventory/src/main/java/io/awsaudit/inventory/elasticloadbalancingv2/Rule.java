package io.awsaudit.inventory.elasticloadbalancingv2;

import java.util.List;

/**
 * What a listener does with requests of some kind; the last of a listener's rules is its default.
 *
 * @param priority a number, or {@code default}
 * @see <a href="https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Rule.html">Rule</a>
 */
public record Rule(String priority, List<Action> actions) {
    public Rule {
        actions = List.copyOf(actions);
    }

    /** {@return whether, in a listener without encryption, requests that it is for are served like that} */
    public boolean servesPlaintext() {
        return actions.stream().anyMatch(action -> !action.redirectsToHttps() && !action.isFixedResponse());
    }
}
