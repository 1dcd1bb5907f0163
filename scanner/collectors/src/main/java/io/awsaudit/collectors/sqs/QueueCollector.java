package io.awsaudit.collectors.sqs;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.sqs.Queue;
import io.awsaudit.inventory.sqs.QueueAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import tools.jackson.databind.json.JsonMapper;

/** Reads queues, and all about each but its tags in one call. */
final class QueueCollector implements Collector<Queue> {
    private static final AwsService<SqsClient> SQS = AwsService.of("sqs", SqsClient::builder);
    private static final Operation LIST_QUEUES = Operation.of("sqs:ListQueues").pages(1000);
    private static final Detail ATTRIBUTES = Detail.of(Queue.class, "attributes", "sqs:GetQueueAttributes");
    private static final Detail TAGS = Detail.of(Queue.class, "tags", "sqs:ListQueueTags");

    /** Without a size there are no pages, and no more than the first thousand queues. */
    private static final int PAGE = 1_000;

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Set<Class<? extends Queue>> yields() {
        return Set.of(Queue.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_QUEUES);
    }

    @Override
    public List<Detail> details() {
        return List.of(ATTRIBUTES, TAGS);
    }

    @Override
    public Stream<Queue> collect(Reads reads) {
        SqsClient sqs = reads.client(SQS);
        return reads.each(
                Queue.class,
                reads.pages(
                        LIST_QUEUES,
                        () -> sqs.listQueuesPaginator(request -> request.maxResults(PAGE))
                                .queueUrls()),
                url -> arnOf(url, reads),
                url -> read(url, sqs, reads));
    }

    private static Arn arnOf(String url, Reads reads) {
        return reads.arn("sqs", nameOf(url));
    }

    private static String nameOf(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static Queue read(String url, SqsClient sqs, Reads reads) {
        Arn arn = arnOf(url, reads);
        return new Queue(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        nameOf(url),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> Map.copyOf(sqs.listQueueTags(request -> request.queueUrl(url))
                                        .tags()))),
                reads.observe(ATTRIBUTES, arn, () -> attributesOf(url, sqs)));
    }

    private static QueueAttributes attributesOf(String url, SqsClient sqs) {
        Map<QueueAttributeName, String> attributes = sqs.getQueueAttributes(
                        request -> request.queueUrl(url).attributeNames(QueueAttributeName.ALL))
                .attributes();
        return new QueueAttributes(
                set(attributes, QueueAttributeName.POLICY).map(Policies::parse).orElse(Policy.NONE),
                Boolean.parseBoolean(attributes.get(QueueAttributeName.SQS_MANAGED_SSE_ENABLED)),
                set(attributes, QueueAttributeName.KMS_MASTER_KEY_ID),
                set(attributes, QueueAttributeName.REDRIVE_POLICY)
                        .map(policy -> JSON.readTree(policy)
                                .path("deadLetterTargetArn")
                                .asString(""))
                        .filter(target -> !target.isEmpty())
                        .map(Arn::new),
                set(attributes, QueueAttributeName.MESSAGE_RETENTION_PERIOD)
                        .map(seconds -> OptionalInt.of(Integer.parseInt(seconds)))
                        .orElseGet(OptionalInt::empty));
    }

    /** What was taken away again may come as an empty text. */
    private static Optional<String> set(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Optional.ofNullable(attributes.get(name)).filter(value -> !value.isBlank());
    }
}
