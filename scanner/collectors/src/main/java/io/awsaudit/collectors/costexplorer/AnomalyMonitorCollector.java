package io.awsaudit.collectors.costexplorer;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.costexplorer.AnomalyMonitor;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.costexplorer.CostExplorerClient;
import software.amazon.awssdk.services.costexplorer.model.GetAnomalyMonitorsResponse;

/** Reads what watches an account's spending for anomalies; a cent a page. */
final class AnomalyMonitorCollector implements Collector<AnomalyMonitor> {
    private static final Operation GET_MONITORS = Operation.of("ce:GetAnomalyMonitors");

    @Override
    public Set<Class<? extends AnomalyMonitor>> yields() {
        return Set.of(AnomalyMonitor.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_MONITORS);
    }

    @Override
    public Stream<AnomalyMonitor> collect(Reads reads) {
        CostExplorerClient explorer = reads.client(CostExplorer.CLIENT);
        return reads.pages(
                        GET_MONITORS,
                        () -> TokenPages.of(
                                token -> explorer.getAnomalyMonitors(request -> request.nextPageToken(token)),
                                GetAnomalyMonitorsResponse::anomalyMonitors,
                                GetAnomalyMonitorsResponse::nextPageToken))
                .map(monitor -> new AnomalyMonitor(
                        CostExplorer.identity(
                                Answers.sent(monitor.monitorArn(), "MonitorArn"), monitor.monitorName(), reads),
                        Answers.sent(monitor.monitorTypeAsString(), "MonitorType"),
                        Optional.ofNullable(monitor.monitorDimensionAsString())));
    }
}
