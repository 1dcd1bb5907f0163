package io.awsaudit.collectors.servicecatalog;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.servicecatalog.Portfolio;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.servicecatalog.model.DescribePortfolioShareType;
import software.amazon.awssdk.services.servicecatalog.model.ListPortfoliosResponse;
import software.amazon.awssdk.services.servicecatalog.model.PortfolioDetail;
import software.amazon.awssdk.services.servicecatalog.model.PortfolioShareDetail;

/**
 * Reads the portfolios of a region that are the account's own. Of whom one is shared with, only single accounts are asked for:
 * of the rest AWS tells none but an organisation's management.
 */
final class PortfolioCollector implements Collector<Portfolio> {
    private static final Operation LIST_PORTFOLIOS =
            Operation.of("servicecatalog:ListPortfolios").pages(ServiceCatalog.PAGE);
    private static final Detail SHARED_ACCOUNTS =
            Detail.of(Portfolio.class, "sharedAccounts", "servicecatalog:DescribePortfolioShares");
    private static final Detail TAGS = Detail.of(Portfolio.class, "tags", "servicecatalog:DescribePortfolio");

    @Override
    public Set<Class<? extends Portfolio>> yields() {
        return Set.of(Portfolio.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_PORTFOLIOS);
    }

    @Override
    public List<Detail> details() {
        return List.of(SHARED_ACCOUNTS, TAGS);
    }

    @Override
    public Stream<Portfolio> collect(Reads reads) {
        return reads.each(
                Portfolio.class,
                reads.pages(
                        LIST_PORTFOLIOS,
                        () -> reads
                                .client(ServiceCatalog.CLIENT)
                                .listPortfoliosPaginator(request -> request.pageSize(ServiceCatalog.PAGE))
                                .stream()
                                .map(ListPortfoliosResponse::portfolioDetails)
                                .flatMap(List::stream)::iterator),
                portfolio -> new Arn(portfolio.arn()),
                portfolio -> read(portfolio, reads));
    }

    private static Portfolio read(PortfolioDetail listed, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new Portfolio(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.displayName() == null ? listed.id() : listed.displayName(),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> ServiceCatalog.map(reads.client(ServiceCatalog.CLIENT)
                                        .describePortfolio(request -> request.id(listed.id()))
                                        .tags()))),
                reads.observe(SHARED_ACCOUNTS, arn, () -> sharedAccounts(listed.id(), reads)));
    }

    private static List<String> sharedAccounts(String portfolio, Reads reads) {
        return reads
                .client(ServiceCatalog.CLIENT)
                .describePortfolioSharesPaginator(request -> request.portfolioId(portfolio)
                        .type(DescribePortfolioShareType.ACCOUNT)
                        .pageSize(ServiceCatalog.PAGE))
                .stream()
                .flatMap(page -> page.portfolioShareDetails().stream())
                .map(PortfolioShareDetail::principalId)
                .sorted()
                .toList();
    }
}
