package io.awsaudit.collectors.budgets;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.budgets.Budget;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Budgets with AWS's documented responses: moto has no pages, no tags of budgets, and no listing of who is told. */
class BudgetCollectorTest {
    private static final String BUDGETS = "AWSBudgetServiceGateway.DescribeBudgets ";
    private static final String NOTIFICATIONS = "AWSBudgetServiceGateway.DescribeBudgetNotificationsForAccount";
    private static final String TAGS = "AWSBudgetServiceGateway.ListTagsForResource";

    private static CannedAws aws() {
        return new CannedAws()
                .json(TAGS, """
                {"ResourceTags": [{"Key": "Owner", "Value": "team"}]}""")
                .json(BUDGETS, """
                {"Budgets": [{"BudgetName": "month", "BudgetType": "COST", "TimeUnit": "MONTHLY",
                "BudgetLimit": {"Amount": "100", "Unit": "USD"}, "TimePeriod": {"Start": 1735689600, "End": 3706473600},
                "HealthStatus": {"Status": "UNHEALTHY", "StatusReason": "BILLING_VIEW_NO_ACCESS"}}], "NextToken": "more"}""")
                .json("\"NextToken\":\"more\"", """
                {"Budgets": [{"BudgetName": "hours", "BudgetType": "USAGE", "TimeUnit": "DAILY"}]}""")
                .json(NOTIFICATIONS, """
                {"BudgetNotificationsForAccount": [{"BudgetName": "month", "Notifications": [{"NotificationType": "FORECASTED",
                "ComparisonOperator": "GREATER_THAN", "Threshold": 100.0}]}]}""");
    }

    @Test
    void budgetsAreReadToTheLastPageAndWhoIsToldWithOneListing() {
        try (CannedAws aws = aws()) {
            List<Budget> budgets = aws.collect(Budget.class).resources().stream()
                    .map(Budget.class::cast)
                    .toList();
            assertThat(budgets).extracting(Budget::name).containsExactly("hours", "month");
            Budget usage = budgets.get(0);
            Budget cost = budgets.get(1);
            assertThat(cost.region()).isEqualTo("global");
            assertThat(cost.budgetType()).isEqualTo(Budget.BudgetType.COST);
            assertThat(cost.ends()).contains(Instant.parse("2087-06-15T00:00:00Z"));
            assertThat(cost.isUnhealthy()).isTrue();
            assertThat(cost.notifications())
                    .isEqualTo(Observed.known(List.of(new Budget.Notification("FORECASTED", 100, "PERCENTAGE"))));
            assertThat(cost.tags()).isEqualTo(Observed.known(Map.of("Owner", "team")));
            assertThat(usage.limitsCostAt(Instant.parse("2026-01-01T00:00:00Z")))
                    .isFalse();
            assertThat(usage.isLiveAt(Instant.parse("2026-01-01T00:00:00Z"))).isTrue();
            assertThat(usage.notifications().knownTo(Budget.SILENT)).isTrue();
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(NOTIFICATIONS))
                    .hasSize(1);
        }
    }

    @Test
    void whoIsToldStaysUnknownWhereItMayNotBeListed() {
        try (CannedAws aws = aws().answer(NOTIFICATIONS, 400, "application/x-amz-json-1.1", """
                        {"__type": "AccessDeniedException", "Message": "no"}""")) {
            assertThat(aws.collect(Budget.class).resources())
                    .hasSize(2)
                    .allMatch(budget -> !((Budget) budget).notifications().isKnown());
        }
    }

    @Test
    void anAccountWithoutBudgetsHasNone() {
        try (CannedAws aws = new CannedAws().json(BUDGETS, "{\"Budgets\": []}")) {
            Inventory inventory = aws.collect(Budget.class);
            assertThat(inventory.resources()).isEmpty();
            assertThat(inventory.coverage().listings())
                    .allMatch(listing -> listing.gap().isEmpty());
        }
    }
}
