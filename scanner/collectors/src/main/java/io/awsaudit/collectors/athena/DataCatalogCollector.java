package io.awsaudit.collectors.athena;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.athena.DataCatalog;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.DataCatalogSummary;

/** Reads data catalogs, but for the one that AWS provides. */
final class DataCatalogCollector implements Collector<DataCatalog> {
    private static final String PROVIDED = "AwsDataCatalog";
    private static final Operation LIST =
            Operation.of("athena:ListDataCatalogs").pages(Athena.PAGE);
    private static final Detail TAGS = Detail.of(DataCatalog.class, "tags", Athena.LIST_TAGS);

    @Override
    public Set<Class<? extends DataCatalog>> yields() {
        return Set.of(DataCatalog.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<DataCatalog> collect(Reads reads) {
        AthenaClient athena = reads.client(Athena.CLIENT);
        return reads.each(
                DataCatalog.class,
                reads.pages(
                                LIST,
                                () -> athena.listDataCatalogsPaginator(request -> request.maxResults(Athena.PAGE))
                                        .dataCatalogsSummary())
                        .filter(listed -> !PROVIDED.equals(listed.catalogName())),
                listed -> arnOf(listed, reads),
                listed -> new DataCatalog(
                        Athena.identity(arnOf(listed, reads), listed.catalogName(), TAGS, athena, reads),
                        Athena.text(listed.typeAsString()).orElse("")));
    }

    private static Arn arnOf(DataCatalogSummary listed, Reads reads) {
        return reads.arn("athena", "datacatalog/" + listed.catalogName());
    }
}
