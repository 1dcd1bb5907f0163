package io.awsaudit.collectors;

import io.awsaudit.inventory.Gap;

/** A listing that broke off; the coverage of its types has the gap. */
final class ListingFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Gap gap;

    ListingFailed(Gap gap) {
        super(gap.sentence());
        this.gap = gap;
    }

    ListingFailed(Gap gap, Throwable cause) {
        super(gap.sentence(), cause);
        this.gap = gap;
    }

    Gap gap() {
        return gap;
    }
}
