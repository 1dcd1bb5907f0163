package io.awsaudit.inventory;

import java.util.List;
import java.util.Optional;

/**
 * What was asked of AWS, and what could not be seen.
 *
 * @param listings for each account, region and type whether all resources were listed; sorted
 * @param calls for each account, region and operation how it went; sorted
 */
public record Coverage(List<Listing> listings, List<Calls> calls) {
    /** Coverage of nothing at all. */
    public static final Coverage NONE = new Coverage(List.of(), List.of());

    /**
     * Whether the resources of a type were listed to the end. The absence of an entry means that nobody tried.
     *
     * @param region or {@link Identity#GLOBAL}
     * @param type CloudFormation type name
     * @param gap why the listing is not complete; the resources read before it broke off are in the inventory
     */
    public record Listing(String account, String region, String type, Optional<Gap> gap) {}

    /**
     * How often an operation was called, and each time that it did not answer.
     *
     * @param answered calls that gave an answer, pages counted one by one
     */
    public record Calls(String account, String region, String operation, long answered, List<Refusal> refusals) {
        public Calls {
            refusals = List.copyOf(refusals);
        }
    }

    /**
     * A call that gave no answer.
     *
     * @param resource what it was about, empty for a listing
     */
    public record Refusal(Optional<Arn> resource, Gap gap) {}

    public Coverage {
        listings = List.copyOf(listings);
        calls = List.copyOf(calls);
    }

    /** {@return how many calls gave an answer} */
    public long answered() {
        return calls.stream().mapToLong(Calls::answered).sum();
    }

    /** {@return how many calls gave none} */
    public long refused() {
        return calls.stream().mapToLong(entry -> entry.refusals().size()).sum();
    }
}
