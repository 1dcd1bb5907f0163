package io.awsaudit.collectors.accessanalyzer;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.accessanalyzer.Analyzer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;
import software.amazon.awssdk.services.accessanalyzer.model.AnalyzerSummary;
import software.amazon.awssdk.services.accessanalyzer.model.ExternalAccessFindingsStatistics;
import software.amazon.awssdk.services.accessanalyzer.model.InternalAccessFindingsStatistics;
import software.amazon.awssdk.services.accessanalyzer.model.UnusedAccessFindingsStatistics;

/** Reads every analyzer of a region. */
final class AnalyzerCollector implements Collector<Analyzer> {
    private static final AwsService<AccessAnalyzerClient> ACCESS_ANALYZER =
            AwsService.of("access-analyzer", AccessAnalyzerClient::builder);
    private static final Operation LIST_ANALYZERS =
            Operation.of("access-analyzer:ListAnalyzers").pages(100);
    private static final Detail FINDINGS =
            Detail.of(Analyzer.class, "activeFindings", "access-analyzer:GetFindingsStatistics");

    @Override
    public Set<Class<? extends Analyzer>> yields() {
        return Set.of(Analyzer.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_ANALYZERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(FINDINGS);
    }

    @Override
    public Stream<Analyzer> collect(Reads reads) {
        AccessAnalyzerClient client = reads.client(ACCESS_ANALYZER);
        return reads.each(
                Analyzer.class,
                reads.pages(
                        LIST_ANALYZERS,
                        () -> client.listAnalyzersPaginator(request -> request.maxResults(100))
                                .analyzers()),
                analyzer -> new Arn(analyzer.arn()),
                analyzer -> read(analyzer, client, reads));
    }

    private static Analyzer read(AnalyzerSummary analyzer, AccessAnalyzerClient client, Reads reads) {
        Arn arn = new Arn(analyzer.arn());
        return new Analyzer(
                Identity.tagged(arn, reads.account(), reads.region(), analyzer.name(), analyzer.tags()),
                new Analyzer.Type(analyzer.typeAsString()),
                new Analyzer.Status(analyzer.statusAsString()),
                reads.observe(FINDINGS, arn, () -> activeFindings(arn, client)));
    }

    /** An analyzer that has not counted yet says nothing. */
    private static @Nullable Integer activeFindings(Arn arn, AccessAnalyzerClient client) {
        return client.getFindingsStatistics(request -> request.analyzerArn(arn.value())).findingsStatistics().stream()
                .flatMap(statistics -> Stream.of(
                                Optional.ofNullable(statistics.externalAccessFindingsStatistics())
                                        .map(ExternalAccessFindingsStatistics::totalActiveFindings),
                                Optional.ofNullable(statistics.internalAccessFindingsStatistics())
                                        .map(InternalAccessFindingsStatistics::totalActiveFindings),
                                Optional.ofNullable(statistics.unusedAccessFindingsStatistics())
                                        .map(UnusedAccessFindingsStatistics::totalActiveFindings))
                        .flatMap(Optional::stream))
                .reduce(Integer::sum)
                .orElse(null);
    }
}
