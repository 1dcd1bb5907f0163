package io.awsaudit.collectors.sns;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.sns.Topic;
import io.awsaudit.inventory.sns.TopicAttributes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.Tag;

/** Reads topics, and all about each in one call, its number of subscriptions included. */
final class TopicCollector implements Collector<Topic> {
    private static final Operation LIST_TOPICS = Operation.of("sns:ListTopics").ownPages(100);
    private static final Detail ATTRIBUTES = Detail.of(Topic.class, "attributes", "sns:GetTopicAttributes");
    private static final Detail TAGS = Detail.of(Topic.class, "tags", "sns:ListTagsForResource");

    @Override
    public Set<Class<? extends Topic>> yields() {
        return Set.of(Topic.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_TOPICS);
    }

    @Override
    public List<Detail> details() {
        return List.of(ATTRIBUTES, TAGS);
    }

    @Override
    public Stream<Topic> collect(Reads reads) {
        return reads.each(
                Topic.class,
                reads.pages(
                        LIST_TOPICS,
                        () -> reads.client(Sns.SNS).listTopicsPaginator().topics()),
                topic -> new Arn(topic.topicArn()),
                topic -> read(new Arn(topic.topicArn()), reads));
    }

    private static Topic read(Arn arn, Reads reads) {
        SnsClient sns = reads.client(Sns.SNS);
        Observed<Map<String, String>> tags = reads.observe(
                TAGS,
                arn,
                () -> sns.listTagsForResource(request -> request.resourceArn(arn.value())).tags().stream()
                        .collect(Collectors.toMap(Tag::key, Tag::value)));
        return new Topic(
                new Identity(arn, reads.account(), reads.region(), arn.lastSegment(), tags),
                reads.observe(ATTRIBUTES, arn, () -> attributesOf(arn, sns)));
    }

    private static TopicAttributes attributesOf(Arn topic, SnsClient sns) {
        Map<String, String> attributes = sns.getTopicAttributes(request -> request.topicArn(topic.value()))
                .attributes();
        return new TopicAttributes(
                Optional.ofNullable(attributes.get("Policy"))
                        .map(Policies::parse)
                        .orElse(Policy.NONE),
                Optional.ofNullable(attributes.get("KmsMasterKeyId")).filter(key -> !key.isEmpty()),
                Integer.parseInt(attributes.getOrDefault("SubscriptionsConfirmed", "0")),
                Integer.parseInt(attributes.getOrDefault("SubscriptionsPending", "0")));
    }
}
