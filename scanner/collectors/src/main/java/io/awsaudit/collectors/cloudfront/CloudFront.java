package io.awsaudit.collectors.cloudfront;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;

/** The client of CloudFront. */
final class CloudFront {
    static final AwsService<CloudFrontClient> CLIENT = AwsService.of("cloudfront", CloudFrontClient::builder);

    private CloudFront() {}

    /** {@return whether the partition has it; GovCloud's accounts use that of a standard account} */
    static boolean exists(Reads reads) {
        return !reads.partition().equals("aws-us-gov");
    }
}
