package io.awsaudit.collectors.cloudwatchlogs;

import io.awsaudit.collectors.AwsService;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;

/** The client of CloudWatch Logs. */
public final class Logs {
    public static final AwsService<CloudWatchLogsClient> LOGS = AwsService.of("logs", CloudWatchLogsClient::builder);

    private Logs() {}
}
