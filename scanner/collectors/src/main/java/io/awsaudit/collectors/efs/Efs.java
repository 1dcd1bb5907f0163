package io.awsaudit.collectors.efs;

import io.awsaudit.collectors.AwsService;
import software.amazon.awssdk.services.efs.EfsClient;

/** The client of EFS. */
final class Efs {
    static final AwsService<EfsClient> CLIENT = AwsService.of("elasticfilesystem", EfsClient::builder);

    private Efs() {}
}
