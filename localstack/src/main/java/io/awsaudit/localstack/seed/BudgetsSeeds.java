package io.awsaudit.localstack.seed;

import java.math.BigDecimal;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.BudgetType;
import software.amazon.awssdk.services.budgets.model.ComparisonOperator;
import software.amazon.awssdk.services.budgets.model.NotificationType;
import software.amazon.awssdk.services.budgets.model.SubscriptionType;
import software.amazon.awssdk.services.budgets.model.TimeUnit;

/** Budgets, which the account has in no region. moto lists neither their tags nor who is told. */
final class BudgetsSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        budget(account, "insecure-of-usage-alone", BudgetType.USAGE);
    }

    @Override
    public void hardened(EmulatedAccount account) {
        budget(account, "hardened-budget", BudgetType.COST);
    }

    private static void budget(EmulatedAccount account, String name, BudgetType type) {
        account.client(BudgetsClient.builder())
                .createBudget(request -> request.accountId(account.id())
                        .budget(budget -> budget.budgetName(name)
                                .budgetType(type)
                                .timeUnit(TimeUnit.MONTHLY)
                                .budgetLimit(limit ->
                                        limit.amount(BigDecimal.valueOf(100)).unit("USD")))
                        .notificationsWithSubscribers(told -> told.notification(notification -> notification
                                        .notificationType(NotificationType.ACTUAL)
                                        .comparisonOperator(ComparisonOperator.GREATER_THAN)
                                        .threshold(80.0))
                                .subscribers(subscriber -> subscriber
                                        .subscriptionType(SubscriptionType.EMAIL)
                                        .address("costs@example.com"))));
    }
}
