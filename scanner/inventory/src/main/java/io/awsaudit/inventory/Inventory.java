package io.awsaudit.inventory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What one or more accounts looked like at a moment, and what could not be seen.
 *
 * @param asOf when collection began; ages are measured from it
 * @param resources sorted by ARN, then type
 */
public record Inventory(Instant asOf, List<AccountScope> accounts, Coverage coverage, List<Resource> resources) {
    /** The order of resources in an inventory and in a snapshot. */
    public static final Comparator<Resource> ORDER =
            Comparator.comparing(Resource::arn).thenComparing(Resource::type);

    /**
     * An account that was looked at.
     *
     * @param id twelve digits
     * @param partition {@code aws}, {@code aws-cn} or {@code aws-us-gov}
     * @param regions those that were looked at, sorted
     */
    public record AccountScope(String id, String partition, List<String> regions) {
        public AccountScope {
            regions = List.copyOf(regions).stream().sorted().toList();
        }
    }

    public Inventory {
        accounts = List.copyOf(accounts);
        resources = resources.stream().sorted(ORDER).toList();
    }
}
