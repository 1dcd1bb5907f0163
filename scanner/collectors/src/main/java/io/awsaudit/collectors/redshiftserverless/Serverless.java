package io.awsaudit.collectors.redshiftserverless;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.redshiftserverless.RedshiftServerlessClient;
import software.amazon.awssdk.services.redshiftserverless.model.Tag;

/** The client of Redshift Serverless, and how it tells tags. */
final class Serverless {
    static final AwsService<RedshiftServerlessClient> CLIENT =
            AwsService.of("redshift-serverless", RedshiftServerlessClient::builder);

    /** As many as a page may have. */
    static final int PAGE = 100;

    private Serverless() {}

    static Map<String, String> tagsOf(Arn arn, Reads reads) {
        return reads.client(CLIENT).listTagsForResource(request -> request.resourceArn(arn.value())).tags().stream()
                .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
