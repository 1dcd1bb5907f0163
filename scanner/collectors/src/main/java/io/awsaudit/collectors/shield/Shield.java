package io.awsaudit.collectors.shield;

import io.awsaudit.collectors.AwsService;
import software.amazon.awssdk.services.shield.ShieldClient;

/** The client of Shield, which answers for all regions in one. */
final class Shield {
    static final AwsService<ShieldClient> CLIENT = AwsService.of("shield", ShieldClient::builder);

    /** There is no subscription. */
    static final String NOT_SUBSCRIBED = "ResourceNotFoundException";

    private Shield() {}
}
