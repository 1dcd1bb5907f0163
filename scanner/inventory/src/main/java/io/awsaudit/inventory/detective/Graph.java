package io.awsaudit.inventory.detective;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A behaviour graph of Detective, which is told in the account alone that administers it; a region has one at most.
 * {@code detective:ListGraphs} gives its ARN alone.
 *
 * @param members the accounts, besides its administrator, whose logs are to come into it
 * @see <a href="https://docs.aws.amazon.com/detective/latest/APIReference/API_Graph.html">Graph</a>
 */
@CloudFormationType("AWS::Detective::Graph")
public record Graph(Identity identity, Observed<List<Member>> members) implements Resource {
    /**
     * An account whose logs are to come into a graph.
     *
     * @param status such as {@code ENABLED}, {@code INVITED} or {@code ACCEPTED_BUT_DISABLED}
     * @param disabledReason such as {@code VOLUME_TOO_HIGH}; empty where AWS gives none
     */
    public record Member(String account, String status, String disabledReason) {
        boolean isShutOut() {
            return status.equals("ACCEPTED_BUT_DISABLED") || status.equals("VERIFICATION_FAILED");
        }
    }

    /** Holds where logs of a member that agreed do not come in. */
    public static final Predicate<List<Member>> SHUT_OUT =
            members -> members.stream().anyMatch(Member::isShutOut);

    /** The members whose logs do not come in, as evidence. */
    public static final Function<List<Member>, List<String>> ACCOUNTS = members ->
            members.stream().filter(Member::isShutOut).map(Member::account).toList();

    public Graph {
        members = members.map(List::copyOf);
    }
}
