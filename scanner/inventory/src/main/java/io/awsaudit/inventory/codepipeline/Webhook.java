package io.awsaudit.inventory.codepipeline;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * An address on the internet that starts a pipeline when it is called, read whole by {@code codepipeline:ListWebhooks}; not the
 * secret that callers prove to know.
 *
 * @param pipeline the pipeline that it starts
 * @param authentication {@code GITHUB_HMAC}, {@code IP} or {@code UNAUTHENTICATED}
 * @see <a href="https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_WebhookDefinition.html">WebhookDefinition</a>
 */
@CloudFormationType("AWS::CodePipeline::Webhook")
public record Webhook(Identity identity, Arn pipeline, String authentication) implements Resource {
    private static final String NOBODY_ASKED = "UNAUTHENTICATED";

    /** {@return whether whoever knows the address starts the pipeline} */
    public boolean isUnauthenticated() {
        return authentication.equals(NOBODY_ASKED);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.NOTIFIES, pipeline));
    }
}
