package io.awsaudit.collectors.servicecatalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.servicecatalog.Portfolio;
import io.awsaudit.inventory.servicecatalog.ProvisionedProduct;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the emulator, which has no pages and no provisioned products, cannot be brought to say of Service Catalog. */
class ServiceCatalogCollectorsTest {
    private static final String PORTFOLIOS = "AWS242ServiceCatalogService.ListPortfolios";
    private static final String SHARES = "AWS242ServiceCatalogService.DescribePortfolioShares";
    private static final String PORTFOLIO = "AWS242ServiceCatalogService.DescribePortfolio ";
    private static final String PRODUCTS = "AWS242ServiceCatalogService.SearchProvisionedProducts";

    @Test
    void portfoliosAndWhomTheyAreSharedWithComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(PORTFOLIOS, "{\"PortfolioDetails\": [" + portfolio("one") + "], \"NextPageToken\": \"more\"}")
                .json("\"PageToken\":\"more\"", "{\"PortfolioDetails\": [" + portfolio("two") + "]}")
                .json(PORTFOLIO, """
                        {"PortfolioDetail": {}, "Tags": [{"Key": "Owner", "Value": "me"}]}""")
                .json(
                        SHARES,
                        "{\"PortfolioShareDetails\": [" + share("444455556666") + "], \"NextPageToken\": \"shares\"}")
                .json("\"PageToken\":\"shares\"", "{\"PortfolioShareDetails\": [" + share("111122224444") + "]}")) {
            assertThat(aws.collect(Portfolio.class).resources())
                    .allMatch(portfolio -> portfolio.tags().knownToBe(Map.of("Owner", "me")))
                    .allMatch(portfolio ->
                            ((Portfolio) portfolio).sharedAccounts().knownToBe(List.of("111122224444", "444455556666")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("one", "two");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(SHARES))
                    .allMatch(request -> request.contains("\"Type\":\"ACCOUNT\""));
        }
    }

    @Test
    void aPortfolioThatIsNotSharedIsKnownNotToBe() {
        try (CannedAws aws = new CannedAws()
                .json(PORTFOLIOS, "{\"PortfolioDetails\": [" + portfolio("one") + "]}")
                .json(PORTFOLIO, "{\"PortfolioDetail\": {}, \"Tags\": []}")
                .json(SHARES, "{\"PortfolioShareDetails\": []}")) {
            assertThat(((Portfolio) aws.collect(Portfolio.class).resources().get(0))
                            .sharedAccounts()
                            .knownTo(Portfolio.UNSHARED))
                    .isTrue();
        }
    }

    @Test
    void whomAPortfolioIsSharedWithIsUnknownWhereAwsDoesNotTell() {
        try (CannedAws aws = new CannedAws()
                .json(PORTFOLIOS, "{\"PortfolioDetails\": [" + portfolio("one") + "]}")
                .json(PORTFOLIO, "{\"PortfolioDetail\": {}, \"Tags\": []}")
                .answer(SHARES, 400, "application/json", "{\"__type\": \"OperationNotSupportedException\"}")) {
            assertThat(((Portfolio) aws.collect(Portfolio.class).resources().get(0))
                            .sharedAccounts()
                            .isKnown())
                    .isFalse();
        }
    }

    @Test
    void provisionedProductsOfTheWholeAccountComePageByPage() {
        try (CannedAws aws = new CannedAws()
                .json(
                        PRODUCTS,
                        "{\"ProvisionedProducts\": [" + product("one", "AVAILABLE") + "], \"NextPageToken\": \"more\"}")
                .json("\"PageToken\":\"more\"", "{\"ProvisionedProducts\": [" + product("two", "TAINTED") + "]}")) {
            List<ProvisionedProduct> products = aws.collect(ProvisionedProduct.class).resources().stream()
                    .map(ProvisionedProduct.class::cast)
                    .toList();
            assertThat(products).extracting(Resource::name).containsExactly("one", "two");
            assertThat(products).extracting(ProvisionedProduct::isBroken).containsExactly(false, true);
            assertThat(products).allMatch(product -> product.tags().knownToBe(Map.of("Owner", "me")));
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(PRODUCTS))
                    .allMatch(request -> request.contains("\"Key\":\"Account\",\"Value\":\"self\""));
        }
    }

    private static String portfolio(String name) {
        return """
                {"Id": "port-%s", "ARN": "arn:aws:catalog:us-east-1:111122223333:portfolio/port-%s", "DisplayName": "%s"}""".formatted(name, name, name);
    }

    private static String share(String account) {
        return "{\"PrincipalId\": \"" + account + "\", \"Type\": \"ACCOUNT\", \"Accepted\": true}";
    }

    private static String product(String name, String status) {
        return """
                {"Name": "%s", "Id": "pp-%s", "Arn": "arn:aws:servicecatalog:us-east-1:111122223333:stack/%s/pp-%s", "Type": "CFN_STACK",
                "Status": "%s", "Tags": [{"Key": "Owner", "Value": "me"}]}""".formatted(name, name, name, name, status);
    }
}
