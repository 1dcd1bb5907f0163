package io.awsaudit.inventory.budgets;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A budget of the account, read by {@code budgets:DescribeBudgets} but for its tags and who is told. The addresses of those
 * who are told are theirs, and not kept.
 *
 * @param timeUnit over what it counts, such as {@code MONTHLY}
 * @param ends when it ends; without a word from whoever made it, in 2087
 * @param health whether AWS can still reckon it; empty where AWS does not say
 * @param notifications what is told of it; AWS keeps none that nobody hears
 * @see <a href="https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_Budget.html">Budget</a>
 */
@CloudFormationType("AWS::Budgets::Budget")
public record Budget(
        Identity identity,
        BudgetType budgetType,
        String timeUnit,
        Optional<Instant> ends,
        Optional<Health> health,
        Observed<List<Notification>> notifications)
        implements Resource {
    /** Holds where nobody is told of anything. */
    public static final Predicate<List<Notification>> SILENT = List::isEmpty;

    /** What a budget limits. */
    public record BudgetType(String value) implements OpenValue {
        public static final BudgetType COST = new BudgetType("COST");
        public static final BudgetType USAGE = new BudgetType("USAGE");
    }

    /** Whether AWS can still reckon a budget. */
    public record Health(String value) implements OpenValue {
        public static final Health HEALTHY = new Health("HEALTHY");
        public static final Health UNHEALTHY = new Health("UNHEALTHY");
    }

    /**
     * A threshold whose passing is told.
     *
     * @param notificationType of what was spent, {@code ACTUAL}, or is expected to be, {@code FORECASTED}
     * @param thresholdType whether the threshold is a {@code PERCENTAGE} of the budget or an {@code ABSOLUTE_VALUE}
     */
    public record Notification(String notificationType, double threshold, String thresholdType) {}

    /** {@return whether it limits what is spent, and has not ended} */
    public boolean limitsCostAt(Instant asOf) {
        return budgetType.equals(BudgetType.COST) && isLiveAt(asOf);
    }

    /** {@return whether it has not ended} */
    public boolean isLiveAt(Instant asOf) {
        return ends.filter(end -> !end.isAfter(asOf)).isEmpty();
    }

    /** {@return whether AWS says that it can no longer reckon it} */
    public boolean isUnhealthy() {
        return health.filter(Health.UNHEALTHY::equals).isPresent();
    }
}
