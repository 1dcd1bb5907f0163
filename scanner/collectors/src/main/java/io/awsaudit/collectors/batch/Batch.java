package io.awsaudit.collectors.batch;

import io.awsaudit.collectors.AwsService;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.batch.BatchClient;

/** The client of Batch. */
final class Batch {
    static final AwsService<BatchClient> BATCH = AwsService.of("batch", BatchClient::builder);

    /** The most that a page of a listing takes. */
    static final int PAGE = 100;

    private Batch() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
