package io.awsaudit.collectors.servicecatalog;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.servicecatalog.ProvisionedProduct;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.servicecatalog.model.AccessLevelFilterKey;
import software.amazon.awssdk.services.servicecatalog.model.ProvisionedProductAttribute;
import software.amazon.awssdk.services.servicecatalog.model.SearchProvisionedProductsResponse;

/** Reads what was made from products in a region, whoever of the account made it. */
final class ProvisionedProductCollector implements Collector<ProvisionedProduct> {
    private static final Operation SEARCH_PROVISIONED_PRODUCTS =
            Operation.of("servicecatalog:SearchProvisionedProducts").pages(ServiceCatalog.PAGE);

    /** Else AWS gives what the caller made. */
    private static final String WHOLE_ACCOUNT = "self";

    @Override
    public Set<Class<? extends ProvisionedProduct>> yields() {
        return Set.of(ProvisionedProduct.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(SEARCH_PROVISIONED_PRODUCTS);
    }

    @Override
    public Stream<ProvisionedProduct> collect(Reads reads) {
        return reads.pages(
                        SEARCH_PROVISIONED_PRODUCTS,
                        () -> reads
                                .client(ServiceCatalog.CLIENT)
                                .searchProvisionedProductsPaginator(request -> request.accessLevelFilter(
                                                level -> level.key(AccessLevelFilterKey.ACCOUNT)
                                                        .value(WHOLE_ACCOUNT))
                                        .pageSize(ServiceCatalog.PAGE))
                                .stream()
                                .map(SearchProvisionedProductsResponse::provisionedProducts)
                                .flatMap(List::stream)::iterator)
                .map(product -> read(product, reads));
    }

    private static ProvisionedProduct read(ProvisionedProductAttribute listed, Reads reads) {
        return new ProvisionedProduct(
                Identity.tagged(
                        new Arn(listed.arn()),
                        reads.account(),
                        reads.region(),
                        listed.name() == null ? listed.id() : listed.name(),
                        ServiceCatalog.map(listed.tags())),
                Answers.sent(listed.statusAsString(), "Status"),
                listed.type() == null ? "" : listed.type());
    }
}
