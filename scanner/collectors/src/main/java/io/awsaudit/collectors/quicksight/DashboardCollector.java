package io.awsaudit.collectors.quicksight;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.quicksight.Dashboard;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.quicksight.QuickSightClient;
import software.amazon.awssdk.services.quicksight.model.DashboardSummary;
import software.amazon.awssdk.services.quicksight.model.ListDashboardsResponse;

/** Reads the dashboards that QuickSight has in a region, and whom they are open to. */
final class DashboardCollector implements Collector<Dashboard> {
    private static final Operation LIST =
            Operation.of("quicksight:ListDashboards").pages(QuickSight.PAGE);
    private static final Detail PERMISSIONS =
            Detail.of(Dashboard.class, "publicByLink", "quicksight:DescribeDashboardPermissions");
    private static final Detail TAGS = Detail.of(Dashboard.class, "tags", "quicksight:ListTagsForResource");

    /** What everybody on the internet is called, in {@code arn:aws:quicksight:::publicAnonymousUser/*}. */
    private static final String EVERYBODY = ":publicAnonymousUser/";

    @Override
    public Set<Class<? extends Dashboard>> yields() {
        return Set.of(Dashboard.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(PERMISSIONS, TAGS);
    }

    @Override
    public Stream<Dashboard> collect(Reads reads) {
        QuickSightClient client = reads.client(QuickSight.CLIENT);
        return reads.each(
                Dashboard.class,
                reads.pages(
                        LIST,
                        () -> TokenPages.of(
                                token -> list(client, token, reads),
                                ListDashboardsResponse::dashboardSummaryList,
                                ListDashboardsResponse::nextToken)),
                dashboard -> new Arn(Answers.sent(dashboard.arn(), "Arn")),
                dashboard -> read(dashboard, reads));
    }

    private static ListDashboardsResponse list(QuickSightClient client, @Nullable String token, Reads reads) {
        return QuickSight.orIfNotSubscribed(
                () -> client.listDashboards(request -> request.awsAccountId(reads.account())
                        .maxResults(QuickSight.PAGE)
                        .nextToken(token)),
                ListDashboardsResponse.builder().build());
    }

    private static Dashboard read(DashboardSummary listed, Reads reads) {
        Arn arn = new Arn(Answers.sent(listed.arn(), "Arn"));
        return new Dashboard(
                QuickSight.identity(arn, listed.name(), TAGS, reads),
                reads.observe(PERMISSIONS, arn, () -> isPublic(listed.dashboardId(), reads)));
    }

    /** A dashboard that was never shared by its link has nothing said of its link. */
    private static boolean isPublic(String dashboard, Reads reads) {
        var answer = reads.client(QuickSight.CLIENT)
                .describeDashboardPermissions(
                        request -> request.awsAccountId(reads.account()).dashboardId(dashboard));
        Answers.sent(answer.dashboardId(), "DashboardId");
        return answer.linkSharingConfiguration() != null
                && answer.linkSharingConfiguration().permissions().stream()
                        .anyMatch(permission -> Answers.sent(permission.principal(), "Principal")
                                .contains(EVERYBODY));
    }
}
