package io.awsaudit.collectors;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The services that collectors of more than one service ask. */
public final class SharedServices {
    /**
     * A local endpoint answers under one name only, so buckets go into the path. AWS answers calls about directory buckets under a
     * name for which the SDK opens no session; under any other it would.
     */
    public static final AwsService<S3Client> S3 = AwsService.of(
            "s3",
            S3Client::builder,
            (builder, endpoint) -> builder.forcePathStyle(true).disableS3ExpressSessionAuth(true));

    public static final AwsService<CloudWatchLogsClient> LOGS = AwsService.of("logs", CloudWatchLogsClient::builder);

    private SharedServices() {}
}
