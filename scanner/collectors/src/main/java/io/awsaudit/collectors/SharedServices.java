package io.awsaudit.collectors;

import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The services that collectors of more than one service ask. */
public final class SharedServices {
    /** A local endpoint answers under one name only, so buckets go into the path. */
    public static final AwsService<S3Client> S3 =
            AwsService.of("s3", S3Client::builder, (builder, endpoint) -> builder.forcePathStyle(true));

    public static final AwsService<CloudWatchLogsClient> LOGS = AwsService.of("logs", CloudWatchLogsClient::builder);

    private SharedServices() {}
}
