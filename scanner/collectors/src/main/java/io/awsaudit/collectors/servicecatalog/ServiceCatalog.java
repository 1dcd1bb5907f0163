package io.awsaudit.collectors.servicecatalog;

import io.awsaudit.collectors.AwsService;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.servicecatalog.ServiceCatalogClient;
import software.amazon.awssdk.services.servicecatalog.model.Tag;

/** The client of Service Catalog, and what its collectors have in common. */
final class ServiceCatalog {
    static final AwsService<ServiceCatalogClient> CLIENT =
            AwsService.of("servicecatalog", ServiceCatalogClient::builder);

    /** The most that a page takes. */
    static final int PAGE = 100;

    private ServiceCatalog() {}

    static Map<String, String> map(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }
}
