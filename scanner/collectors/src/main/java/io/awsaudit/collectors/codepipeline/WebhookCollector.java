package io.awsaudit.collectors.codepipeline;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.codepipeline.Webhook;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.codepipeline.model.ListWebhookItem;

/** Reads the webhooks of a region; not what callers prove to know. */
final class WebhookCollector implements Collector<Webhook> {
    private static final int PAGE = 100;

    private static final Operation LIST_WEBHOOKS =
            Operation.of("codepipeline:ListWebhooks").pages(PAGE);

    @Override
    public Set<Class<? extends Webhook>> yields() {
        return Set.of(Webhook.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_WEBHOOKS);
    }

    @Override
    public Stream<Webhook> collect(Reads reads) {
        return reads.pages(
                        LIST_WEBHOOKS,
                        () -> reads.client(CodePipeline.CLIENT)
                                .listWebhooksPaginator(request -> request.maxResults(PAGE))
                                .webhooks())
                .map(webhook -> read(webhook, reads));
    }

    private static Webhook read(ListWebhookItem listed, Reads reads) {
        var definition = Answers.sent(listed.definition(), "definition");
        return new Webhook(
                Identity.tagged(
                        listed.arn() == null
                                ? reads.arn("codepipeline", "webhook:" + definition.name())
                                : new Arn(listed.arn()),
                        reads.account(),
                        reads.region(),
                        definition.name(),
                        CodePipeline.map(listed.tags().stream())),
                reads.arn("codepipeline", definition.targetPipeline()),
                Answers.sent(definition.authenticationAsString(), "authentication"));
    }
}
