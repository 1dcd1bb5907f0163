package io.awsaudit.collectors.s3;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.inventory.s3.PublicAccessBlock;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.PublicAccessBlockConfiguration;

/** The client of S3 Control, and what S3 and it say alike. */
final class S3 {
    /** S3 Control puts the account before the host, which an IP address cannot bear. */
    static final AwsService<S3ControlClient> CONTROL = AwsService.of(
            "s3control",
            S3ControlClient::builder,
            (builder, endpoint) ->
                    builder.endpointProvider(parameters -> java.util.concurrent.CompletableFuture.completedFuture(
                            Endpoint.builder().url(endpoint).build())));

    private S3() {}

    /** {@return a public access block that AWS sent} */
    static PublicAccessBlock block(@Nullable PublicAccessBlockConfiguration sent) {
        var block = Answers.sent(sent, "PublicAccessBlock");
        return new PublicAccessBlock(
                Answers.sent(block.blockPublicAcls(), "BlockPublicAcls"),
                Answers.sent(block.ignorePublicAcls(), "IgnorePublicAcls"),
                Answers.sent(block.blockPublicPolicy(), "BlockPublicPolicy"),
                Answers.sent(block.restrictPublicBuckets(), "RestrictPublicBuckets"));
    }
}
