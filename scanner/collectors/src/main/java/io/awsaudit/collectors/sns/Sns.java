package io.awsaudit.collectors.sns;

import io.awsaudit.collectors.AwsService;
import software.amazon.awssdk.services.sns.SnsClient;

/** The client of SNS. */
final class Sns {
    static final AwsService<SnsClient> SNS = AwsService.of("sns", SnsClient::builder);

    private Sns() {}
}
