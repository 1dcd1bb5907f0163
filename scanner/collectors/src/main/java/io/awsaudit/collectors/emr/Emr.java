package io.awsaudit.collectors.emr;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.emr.EmrClient;

/** The client of EMR, and how it words what several of its resources have. */
final class Emr {
    static final AwsService<EmrClient> CLIENT = AwsService.of("elasticmapreduce", EmrClient::builder);

    private Emr() {}

    static Arn securityConfiguration(String name, Reads reads) {
        return reads.arn("elasticmapreduce", "security-configuration/" + name);
    }

    static Optional<String> text(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
