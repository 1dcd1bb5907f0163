package io.awsaudit.collectors.budgets;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.budgets.Budget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.budgets.BudgetsClient;
import software.amazon.awssdk.services.budgets.model.BudgetNotificationsForAccount;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetNotificationsForAccountResponse;
import software.amazon.awssdk.services.budgets.model.DescribeBudgetsResponse;
import software.amazon.awssdk.services.budgets.model.HealthStatus;
import software.amazon.awssdk.services.budgets.model.Notification;
import software.amazon.awssdk.services.budgets.model.ResourceTag;
import software.amazon.awssdk.services.budgets.model.TimePeriod;

/** Reads the budgets of an account, and what is told of each. */
final class BudgetCollector implements Collector<Budget> {
    private static final AwsService<BudgetsClient> CLIENT = AwsService.of("budgets", BudgetsClient::builder);
    private static final int PAGE = 1000;
    private static final int NOTIFICATIONS_PAGE = 50;
    private static final Operation DESCRIBE_BUDGETS = Operation.of("budgets:DescribeBudgets")
            .needing("budgets:ViewBudget")
            .pages(PAGE);
    private static final Detail NOTIFICATIONS = Detail.of(
                    Budget.class, "notifications", "budgets:DescribeBudgetNotificationsForAccount")
            .needing("budgets:ViewBudget")
            .forAll();
    private static final Detail TAGS = Detail.of(Budget.class, "tags", "budgets:ListTagsForResource");

    @Override
    public Set<Class<? extends Budget>> yields() {
        return Set.of(Budget.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_BUDGETS);
    }

    @Override
    public List<Detail> details() {
        return List.of(NOTIFICATIONS, TAGS);
    }

    @Override
    public Stream<Budget> collect(Reads reads) {
        BudgetsClient budgets = reads.client(CLIENT);
        Supplier<Map<String, List<Budget.Notification>>> notifications =
                new Once<>(() -> notifications(reads.account(), budgets));
        return reads.each(
                Budget.class,
                reads.pages(
                        DESCRIBE_BUDGETS,
                        () -> TokenPages.of(
                                token -> budgets.describeBudgets(request -> request.accountId(reads.account())
                                        .maxResults(PAGE)
                                        .nextToken(token)),
                                DescribeBudgetsResponse::budgets,
                                DescribeBudgetsResponse::nextToken)),
                budget -> arnOf(budget.budgetName(), reads),
                budget -> read(budget, notifications, budgets, reads));
    }

    private static Arn arnOf(String name, Reads reads) {
        return reads.globalArn("budgets", "budget/" + name);
    }

    private static Budget read(
            software.amazon.awssdk.services.budgets.model.Budget listed,
            Supplier<Map<String, List<Budget.Notification>>> notifications,
            BudgetsClient budgets,
            Reads reads) {
        String name = listed.budgetName();
        Arn arn = arnOf(name, reads);
        return new Budget(
                new Identity(
                        arn,
                        reads.account(),
                        Identity.GLOBAL,
                        name,
                        reads.observe(TAGS, arn, () -> tagsOf(arn, budgets))),
                new Budget.BudgetType(Answers.sent(listed.budgetTypeAsString(), "BudgetType")),
                Answers.sent(listed.timeUnitAsString(), "TimeUnit"),
                Optional.ofNullable(listed.timePeriod()).map(TimePeriod::end),
                Optional.ofNullable(listed.healthStatus())
                        .map(HealthStatus::statusAsString)
                        .map(Budget.Health::new),
                // A budget that the listing leaves out has none.
                reads.observe(NOTIFICATIONS, arn, () -> notifications.get().getOrDefault(name, List.of())));
    }

    private static Map<String, List<Budget.Notification>> notifications(String account, BudgetsClient budgets) {
        Map<String, List<Budget.Notification>> notifications = new HashMap<>();
        TokenPages.<DescribeBudgetNotificationsForAccountResponse, BudgetNotificationsForAccount>of(
                        token -> budgets.describeBudgetNotificationsForAccount(request -> request.accountId(account)
                                .maxResults(NOTIFICATIONS_PAGE)
                                .nextToken(token)),
                        DescribeBudgetNotificationsForAccountResponse::budgetNotificationsForAccount,
                        DescribeBudgetNotificationsForAccountResponse::nextToken)
                .forEach(of -> notifications
                        .computeIfAbsent(of.budgetName(), name -> new ArrayList<>())
                        .addAll(of.notifications().stream()
                                .map(BudgetCollector::notification)
                                .toList()));
        return notifications;
    }

    /** A threshold of which AWS does not say what it is in is in percent. */
    private static Budget.Notification notification(Notification sent) {
        return new Budget.Notification(
                Answers.sent(sent.notificationTypeAsString(), "NotificationType"),
                Answers.sent(sent.threshold(), "Threshold"),
                sent.thresholdTypeAsString() == null ? "PERCENTAGE" : sent.thresholdTypeAsString());
    }

    private static Map<String, String> tagsOf(Arn arn, BudgetsClient budgets) {
        return budgets.listTagsForResource(request -> request.resourceARN(arn.value())).resourceTags().stream()
                .collect(Collectors.toMap(
                        ResourceTag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one));
    }
}
