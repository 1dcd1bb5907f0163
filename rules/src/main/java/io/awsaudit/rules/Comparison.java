package io.awsaudit.rules;

import java.time.Instant;
import java.util.List;

/**
 * An earlier result beside the one that holds this, whose findings say of themselves what became of them.
 *
 * @param baseline when what the earlier result judges was collected
 * @param gone failures of then, of resources that are no longer there; sorted as findings are
 * @param unseen failures of then that nothing can be said of now, since their check, account or region was not chosen, or
 *     the listing of their type is not complete
 */
public record Comparison(Instant baseline, List<Finding> gone, List<Finding> unseen) {
    public Comparison {
        gone = gone.stream().sorted(Finding.ORDER).toList();
        unseen = unseen.stream().sorted(Finding.ORDER).toList();
    }
}
