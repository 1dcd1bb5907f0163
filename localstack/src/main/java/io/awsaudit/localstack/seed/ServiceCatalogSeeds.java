package io.awsaudit.localstack.seed;

import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;
import software.amazon.awssdk.services.servicecatalog.model.OrganizationNodeType;

/** Portfolios of Service Catalog. moto has nothing that was made from them. */
final class ServiceCatalogSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        String portfolio = portfolio(account, "insecure-shared-with-account");
        account.client(ServiceCatalogClient.builder())
                .createPortfolioShare(request -> request.portfolioId(portfolio).accountId("444455556666"));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        String portfolio = portfolio(account, "hardened-portfolio");
        account.client(ServiceCatalogClient.builder())
                .createPortfolioShare(request -> request.portfolioId(portfolio)
                        .organizationNode(node ->
                                node.type(OrganizationNodeType.ORGANIZATION).value("o-abcdefghij")));
    }

    private static String portfolio(EmulatedAccount account, String name) {
        return account.client(ServiceCatalogClient.builder())
                .createPortfolio(request -> request.displayName(name)
                        .providerName("team")
                        .idempotencyToken(name)
                        .tags(tag -> tag.key("Owner").value("team")))
                .portfolioDetail()
                .id();
    }
}
