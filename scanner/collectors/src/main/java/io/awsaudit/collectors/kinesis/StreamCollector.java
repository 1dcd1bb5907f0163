package io.awsaudit.collectors.kinesis;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.kinesis.Stream;
import io.awsaudit.inventory.kinesis.Stream.Description;
import io.awsaudit.inventory.policy.Policy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.KinesisClientBuilder;
import software.amazon.awssdk.services.kinesis.model.ListStreamsResponse;
import software.amazon.awssdk.services.kinesis.model.ListTagsForStreamResponse;
import software.amazon.awssdk.services.kinesis.model.StreamModeDetails;
import software.amazon.awssdk.services.kinesis.model.Tag;

/** Reads data streams, of which the listing gives names alone. */
final class StreamCollector implements Collector<Stream> {
    private static final AwsService<KinesisClient> KINESIS = AwsService.of("kinesis", StreamCollector::builder);

    // The most that a page has, whatever more it is asked for.
    private static final Operation LIST_STREAMS =
            Operation.of("kinesis:ListStreams").pages(100);
    private static final Detail DESCRIPTION = Detail.of(Stream.class, "description", "kinesis:DescribeStreamSummary");
    private static final Detail POLICY = Detail.of(Stream.class, "policy", "kinesis:GetResourcePolicy");
    private static final Detail TAGS = Detail.of(Stream.class, "tags", "kinesis:ListTagsForStream");

    private static final int PAGE = 100;

    /** As many as a stream can have. */
    private static final int TAGS_A_PAGE = 50;

    /** What stands for no policy: AWS has an error for it, moto an empty document. */
    private static final Set<String> NO_POLICY = Set.of("", "{}");

    /** Of all services Kinesis alone speaks CBOR to the SDK unless it is told not to; JSON is what all who answer for it know. */
    private static KinesisClientBuilder builder() {
        System.setProperty(SdkSystemSetting.CBOR_ENABLED.property(), "false");
        return KinesisClient.builder();
    }

    @Override
    public Set<Class<? extends Stream>> yields() {
        return Set.of(Stream.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_STREAMS);
    }

    @Override
    public List<Detail> details() {
        return List.of(DESCRIPTION, POLICY, TAGS);
    }

    @Override
    public java.util.stream.Stream<Stream> collect(Reads reads) {
        KinesisClient kinesis = reads.client(KINESIS);
        return reads.each(
                        Stream.class,
                        reads.pages(
                                LIST_STREAMS,
                                () -> TokenPages.of(
                                        token -> kinesis.listStreams(
                                                request -> request.limit(PAGE).nextToken(token)),
                                        ListStreamsResponse::streamNames,
                                        StreamCollector::next)),
                        name -> arnOf(name, reads),
                        name -> read(name, kinesis, reads))
                .filter(stream -> !stream.description().knownTo(Stream.DELETING));
    }

    private static @Nullable String next(ListStreamsResponse page) {
        return Boolean.TRUE.equals(page.hasMoreStreams()) ? Answers.sent(page.nextToken(), "NextToken") : null;
    }

    private static Arn arnOf(String name, Reads reads) {
        return reads.arn("kinesis", "stream/" + name);
    }

    private static Stream read(String name, KinesisClient kinesis, Reads reads) {
        Arn arn = arnOf(name, reads);
        return new Stream(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        name,
                        reads.observe(TAGS, arn, () -> tagsOf(name, kinesis))),
                reads.observe(DESCRIPTION, arn, () -> descriptionOf(name, kinesis)),
                reads.observe(POLICY, arn, () -> policyOf(arn, kinesis)));
    }

    private static Description descriptionOf(String name, KinesisClient kinesis) {
        var summary = Answers.sent(
                kinesis.describeStreamSummary(request -> request.streamName(name))
                        .streamDescriptionSummary(),
                "StreamDescriptionSummary");
        return new Description(
                orEmpty(summary.streamStatusAsString()),
                orEmpty(Optional.ofNullable(summary.streamModeDetails())
                        .map(StreamModeDetails::streamModeAsString)
                        .orElse(null)),
                Answers.sent(summary.retentionPeriodHours(), "RetentionPeriodHours"),
                // Left out where it was never encrypted.
                summary.encryptionType() == null
                        ? Stream.Encryption.NONE
                        : new Stream.Encryption(summary.encryptionTypeAsString()),
                Optional.ofNullable(summary.keyId()).filter(key -> !key.isEmpty()));
    }

    private static Policy policyOf(Arn arn, KinesisClient kinesis) {
        return Answers.orIfAbsent(
                        () -> Optional.of(Answers.sent(
                                kinesis.getResourcePolicy(request -> request.resourceARN(arn.value()))
                                        .policy(),
                                "Policy")),
                        Optional.<String>empty(),
                        "ResourceNotFoundException")
                .filter(policy -> !NO_POLICY.contains(policy.strip()))
                .map(Policies::parse)
                .orElse(Policy.NONE);
    }

    private static Map<String, String> tagsOf(String name, KinesisClient kinesis) {
        Map<String, String> tags = new HashMap<>();
        TokenPages.of(
                        last -> kinesis.listTagsForStream(request ->
                                request.streamName(name).limit(TAGS_A_PAGE).exclusiveStartTagKey(last)),
                        ListTagsForStreamResponse::tags,
                        StreamCollector::lastKey)
                .forEach(tag -> tags.put(tag.key(), orEmpty(tag.value())));
        return Map.copyOf(tags);
    }

    /** The page after one starts after its last key. */
    private static @Nullable String lastKey(ListTagsForStreamResponse page) {
        List<Tag> tags = page.tags();
        return Boolean.TRUE.equals(page.hasMoreTags())
                ? Answers.sent(tags.isEmpty() ? null : tags.get(tags.size() - 1).key(), "tags")
                : null;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
