package io.awsaudit.collectors.config;

import io.awsaudit.collectors.AwsService;
import software.amazon.awssdk.services.config.ConfigClient;

/** The client of AWS Config. */
final class Config {
    static final AwsService<ConfigClient> CONFIG = AwsService.of("config", ConfigClient::builder);

    private Config() {}
}
