package io.awsaudit.collectors.accessanalyzer;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.accessanalyzer.Analyzer;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.accessanalyzer.AccessAnalyzerClient;

/** Reads every analyzer of a region. */
final class AnalyzerCollector implements Collector<Analyzer> {
    private static final AwsService<AccessAnalyzerClient> ACCESS_ANALYZER =
            AwsService.of("access-analyzer", AccessAnalyzerClient::builder);
    private static final Operation LIST_ANALYZERS =
            Operation.of("access-analyzer:ListAnalyzers").pages(100);

    @Override
    public Set<Class<? extends Analyzer>> yields() {
        return Set.of(Analyzer.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_ANALYZERS);
    }

    @Override
    public Stream<Analyzer> collect(Reads reads) {
        return reads.pages(
                        LIST_ANALYZERS,
                        () -> reads.client(ACCESS_ANALYZER)
                                .listAnalyzersPaginator(request -> request.maxResults(100))
                                .analyzers())
                .map(analyzer -> new Analyzer(
                        Identity.tagged(
                                new Arn(analyzer.arn()),
                                reads.account(),
                                reads.region(),
                                analyzer.name(),
                                analyzer.tags()),
                        new Analyzer.Type(analyzer.typeAsString()),
                        new Analyzer.Status(analyzer.statusAsString())));
    }
}
