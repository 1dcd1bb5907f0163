package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.AwsService;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** The client of EC2. */
final class Ec2 {
    static final AwsService<Ec2Client> CLIENT = AwsService.of("ec2", Ec2Client::builder);

    private Ec2() {}
}
