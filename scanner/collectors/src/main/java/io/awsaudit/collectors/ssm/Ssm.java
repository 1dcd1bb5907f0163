package io.awsaudit.collectors.ssm;

import io.awsaudit.collectors.AwsService;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Systems Manager's client. */
final class Ssm {
    static final AwsService<SsmClient> CLIENT = AwsService.of("ssm", SsmClient::builder);

    private Ssm() {}
}
