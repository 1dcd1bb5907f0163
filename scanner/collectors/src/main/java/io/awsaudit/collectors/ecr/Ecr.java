package io.awsaudit.collectors.ecr;

import io.awsaudit.collectors.AwsService;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ecr.EcrClient;

/** The client of ECR, and what its collectors have in common. */
final class Ecr {
    static final AwsService<EcrClient> ECR = AwsService.of("ecr", EcrClient::builder);

    private Ecr() {}

    static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
