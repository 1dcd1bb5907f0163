package io.awsaudit.collectors.glue;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.glue.Crawler;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.LastCrawlInfo;

/** Reads crawlers. */
final class CrawlerCollector implements Collector<Crawler> {
    private static final Operation GET_CRAWLERS =
            Operation.of("glue:GetCrawlers").pages(Glue.PAGE);
    private static final Detail TAGS = Detail.of(Crawler.class, "tags", Glue.GET_TAGS);

    @Override
    public Set<Class<? extends Crawler>> yields() {
        return Set.of(Crawler.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_CRAWLERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Crawler> collect(Reads reads) {
        GlueClient glue = reads.client(Glue.GLUE);
        return reads.each(
                Crawler.class,
                reads.pages(
                        GET_CRAWLERS,
                        () -> glue.getCrawlersPaginator(request -> request.maxResults(Glue.PAGE)).stream()
                                .flatMap(page -> page.crawlers().stream())::iterator),
                crawler -> arnOf(crawler.name(), reads),
                crawler -> read(crawler, glue, reads));
    }

    private static Arn arnOf(String name, Reads reads) {
        return reads.arn("glue", "crawler/" + name);
    }

    private static Crawler read(software.amazon.awssdk.services.glue.model.Crawler sent, GlueClient glue, Reads reads) {
        Arn arn = arnOf(sent.name(), reads);
        return new Crawler(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        sent.name(),
                        reads.observe(TAGS, arn, () -> Glue.tags(arn, glue))),
                Optional.ofNullable(sent.lastCrawl()).map(LastCrawlInfo::statusAsString),
                Optional.ofNullable(sent.crawlerSecurityConfiguration())
                        .filter(name -> !name.isBlank())
                        .map(name -> Glue.securityConfiguration(name, reads)));
    }
}
