package io.awsaudit.collectors.firehose;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.firehose.DeliveryStream;
import io.awsaudit.inventory.firehose.DeliveryStream.Description;
import io.awsaudit.inventory.firehose.DeliveryStream.Destination;
import io.awsaudit.inventory.firehose.DeliveryStream.Encryption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.firehose.FirehoseClient;
import software.amazon.awssdk.services.firehose.model.CloudWatchLoggingOptions;
import software.amazon.awssdk.services.firehose.model.DeliveryStreamEncryptionConfiguration;
import software.amazon.awssdk.services.firehose.model.DestinationDescription;
import software.amazon.awssdk.services.firehose.model.ListDeliveryStreamsResponse;
import software.amazon.awssdk.services.firehose.model.ListTagsForDeliveryStreamResponse;
import software.amazon.awssdk.services.firehose.model.ProcessingConfiguration;
import software.amazon.awssdk.services.firehose.model.ProcessorType;
import software.amazon.awssdk.services.firehose.model.S3DestinationDescription;
import software.amazon.awssdk.services.firehose.model.SecretsManagerConfiguration;
import software.amazon.awssdk.services.firehose.model.SourceDescription;
import software.amazon.awssdk.services.firehose.model.Tag;

/** Reads Firehose streams, of which the listing gives names alone. Tokens and users of destinations are not kept. */
final class DeliveryStreamCollector implements Collector<DeliveryStream> {
    private static final AwsService<FirehoseClient> FIREHOSE = AwsService.of("firehose", FirehoseClient::builder);
    private static final Operation LIST =
            Operation.of("firehose:ListDeliveryStreams").pages(10_000);
    private static final Detail DESCRIPTION =
            Detail.of(DeliveryStream.class, "description", "firehose:DescribeDeliveryStream");
    private static final Detail TAGS = Detail.of(DeliveryStream.class, "tags", "firehose:ListTagsForDeliveryStream");

    /** The most that may be asked for; unless asked, AWS gives ten. */
    private static final int PAGE = 10_000;

    /** As many as a stream can have. */
    private static final int TAGS_A_PAGE = 50;

    /** S3 alone keeps records as they came, all or none; all other destinations say which of them go to a bucket. */
    private static final Set<String> ALL = Set.of("Enabled", "AllDocuments", "AllEvents", "AllData");

    @Override
    public Set<Class<? extends DeliveryStream>> yields() {
        return Set.of(DeliveryStream.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(DESCRIPTION, TAGS);
    }

    @Override
    public Stream<DeliveryStream> collect(Reads reads) {
        FirehoseClient firehose = reads.client(FIREHOSE);
        return reads.each(
                        DeliveryStream.class,
                        reads.pages(
                                LIST,
                                () -> TokenPages.of(
                                        last -> firehose.listDeliveryStreams(
                                                request -> request.limit(PAGE).exclusiveStartDeliveryStreamName(last)),
                                        ListDeliveryStreamsResponse::deliveryStreamNames,
                                        DeliveryStreamCollector::last)),
                        name -> arnOf(name, reads),
                        name -> read(name, firehose, reads))
                .filter(stream -> !stream.description().knownTo(DeliveryStream.GONE));
    }

    /** The page after one starts after its last name. */
    private static @Nullable String last(ListDeliveryStreamsResponse page) {
        List<String> names = page.deliveryStreamNames();
        return Boolean.TRUE.equals(page.hasMoreDeliveryStreams())
                ? Answers.sent(names.isEmpty() ? null : names.get(names.size() - 1), "names")
                : null;
    }

    private static Arn arnOf(String name, Reads reads) {
        return reads.arn("firehose", "deliverystream/" + name);
    }

    private static DeliveryStream read(String name, FirehoseClient firehose, Reads reads) {
        Arn arn = arnOf(name, reads);
        return new DeliveryStream(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        name,
                        reads.observe(TAGS, arn, () -> tagsOf(name, firehose))),
                reads.observe(DESCRIPTION, arn, () -> descriptionOf(name, firehose)));
    }

    private static Map<String, String> tagsOf(String name, FirehoseClient firehose) {
        Map<String, String> tags = new HashMap<>();
        TokenPages.of(
                        last -> firehose.listTagsForDeliveryStream(request -> request.deliveryStreamName(name)
                                .limit(TAGS_A_PAGE)
                                .exclusiveStartTagKey(last)),
                        ListTagsForDeliveryStreamResponse::tags,
                        DeliveryStreamCollector::lastKey)
                .forEach(tag -> tags.put(tag.key(), tag.value() == null ? "" : tag.value()));
        return Map.copyOf(tags);
    }

    private static @Nullable String lastKey(ListTagsForDeliveryStreamResponse page) {
        List<Tag> tags = page.tags();
        return Boolean.TRUE.equals(page.hasMoreTags())
                ? Answers.sent(tags.isEmpty() ? null : tags.get(tags.size() - 1).key(), "tags")
                : null;
    }

    private static Description descriptionOf(String name, FirehoseClient firehose) {
        var stream = Answers.sent(
                firehose.describeDeliveryStream(request -> request.deliveryStreamName(name))
                        .deliveryStreamDescription(),
                "DeliveryStreamDescription");
        Optional<DeliveryStreamEncryptionConfiguration> encryption =
                Optional.ofNullable(stream.deliveryStreamEncryptionConfiguration());
        return new Description(
                Answers.sent(stream.deliveryStreamStatusAsString(), "DeliveryStreamStatus"),
                new DeliveryStream.Type(Answers.sent(stream.deliveryStreamTypeAsString(), "DeliveryStreamType")),
                encryption
                        .map(DeliveryStreamEncryptionConfiguration::statusAsString)
                        .map(Encryption::new),
                encryption
                        .map(DeliveryStreamEncryptionConfiguration::keyARN)
                        .filter(key -> !key.isEmpty())
                        .map(Arn::new),
                Optional.ofNullable(stream.source()).flatMap(DeliveryStreamCollector::sourceOf),
                stream.destinations().stream()
                        .map(DeliveryStreamCollector::destination)
                        .toList());
    }

    private static Optional<Arn> sourceOf(SourceDescription source) {
        if (source.kinesisStreamSourceDescription() != null) {
            return Optional.ofNullable(source.kinesisStreamSourceDescription().kinesisStreamARN())
                    .map(Arn::new);
        }
        return Optional.ofNullable(source.mskSourceDescription())
                .map(cluster -> cluster.mskClusterARN())
                .map(Arn::new);
    }

    /** An S3 destination is described twice, and the longer description holds more. */
    private static Destination destination(DestinationDescription described) {
        if (described.extendedS3DestinationDescription() != null) {
            var s3 = described.extendedS3DestinationDescription();
            return plain(
                    "S3",
                    Optional.ofNullable(s3.bucketARN()).map(Arn::new),
                    s3.cloudWatchLoggingOptions(),
                    s3.processingConfiguration(),
                    s3.s3BackupModeAsString());
        }
        if (described.redshiftDestinationDescription() != null) {
            var redshift = described.redshiftDestinationDescription();
            return credentialed(
                    "Redshift",
                    redshift.s3DestinationDescription(),
                    redshift.cloudWatchLoggingOptions(),
                    redshift.processingConfiguration(),
                    redshift.s3BackupModeAsString(),
                    redshift.secretsManagerConfiguration());
        }
        if (described.splunkDestinationDescription() != null) {
            var splunk = described.splunkDestinationDescription();
            return credentialed(
                    "Splunk",
                    splunk.s3DestinationDescription(),
                    splunk.cloudWatchLoggingOptions(),
                    splunk.processingConfiguration(),
                    splunk.s3BackupModeAsString(),
                    splunk.secretsManagerConfiguration());
        }
        if (described.snowflakeDestinationDescription() != null) {
            var snowflake = described.snowflakeDestinationDescription();
            return credentialed(
                    "Snowflake",
                    snowflake.s3DestinationDescription(),
                    snowflake.cloudWatchLoggingOptions(),
                    snowflake.processingConfiguration(),
                    snowflake.s3BackupModeAsString(),
                    snowflake.secretsManagerConfiguration());
        }
        return withoutCredential(described);
    }

    /** An HTTP endpoint may take a key, and AWS does not say whether it does. */
    private static Destination withoutCredential(DestinationDescription described) {
        if (described.httpEndpointDestinationDescription() != null) {
            var endpoint = described.httpEndpointDestinationDescription();
            return plain(
                    "HTTP endpoint",
                    bucketOf(endpoint.s3DestinationDescription()),
                    endpoint.cloudWatchLoggingOptions(),
                    endpoint.processingConfiguration(),
                    endpoint.s3BackupModeAsString());
        }
        if (described.amazonopensearchserviceDestinationDescription() != null) {
            var domain = described.amazonopensearchserviceDestinationDescription();
            return plain(
                    "OpenSearch",
                    bucketOf(domain.s3DestinationDescription()),
                    domain.cloudWatchLoggingOptions(),
                    domain.processingConfiguration(),
                    domain.s3BackupModeAsString());
        }
        if (described.elasticsearchDestinationDescription() != null) {
            var domain = described.elasticsearchDestinationDescription();
            return plain(
                    "Elasticsearch",
                    bucketOf(domain.s3DestinationDescription()),
                    domain.cloudWatchLoggingOptions(),
                    domain.processingConfiguration(),
                    domain.s3BackupModeAsString());
        }
        if (described.amazonOpenSearchServerlessDestinationDescription() != null) {
            var collection = described.amazonOpenSearchServerlessDestinationDescription();
            return plain(
                    "OpenSearch Serverless",
                    bucketOf(collection.s3DestinationDescription()),
                    collection.cloudWatchLoggingOptions(),
                    collection.processingConfiguration(),
                    collection.s3BackupModeAsString());
        }
        if (described.icebergDestinationDescription() != null) {
            var tables = described.icebergDestinationDescription();
            return plain(
                    "Iceberg",
                    bucketOf(tables.s3DestinationDescription()),
                    tables.cloudWatchLoggingOptions(),
                    tables.processingConfiguration(),
                    tables.s3BackupModeAsString());
        }
        var s3 = Answers.sent(described.s3DestinationDescription(), "a destination that is known");
        return plain(
                "S3", Optional.ofNullable(s3.bucketARN()).map(Arn::new), s3.cloudWatchLoggingOptions(), null, null);
    }

    private static Destination plain(
            String kind,
            Optional<Arn> bucket,
            @Nullable CloudWatchLoggingOptions logging,
            @Nullable ProcessingConfiguration processing,
            @Nullable String backup) {
        return new Destination(
                kind, bucket, isOn(logging), changes(processing), ALL.contains(orEmpty(backup)), false, false);
    }

    private static Destination credentialed(
            String kind,
            @Nullable S3DestinationDescription bucket,
            @Nullable CloudWatchLoggingOptions logging,
            @Nullable ProcessingConfiguration processing,
            @Nullable String backup,
            @Nullable SecretsManagerConfiguration secrets) {
        return new Destination(
                kind,
                bucketOf(bucket),
                isOn(logging),
                changes(processing),
                ALL.contains(orEmpty(backup)),
                true,
                secrets != null && Boolean.TRUE.equals(secrets.enabled()));
    }

    private static boolean isOn(@Nullable CloudWatchLoggingOptions logging) {
        return logging != null && Boolean.TRUE.equals(logging.enabled());
    }

    /** Other processors than functions take records apart or delimit them, and change nothing that they say. */
    private static boolean changes(@Nullable ProcessingConfiguration processing) {
        return processing != null
                && Boolean.TRUE.equals(processing.enabled())
                && processing.processors().stream().anyMatch(processor -> processor.type() == ProcessorType.LAMBDA);
    }

    private static Optional<Arn> bucketOf(@Nullable S3DestinationDescription s3) {
        return Optional.ofNullable(s3).map(S3DestinationDescription::bucketARN).map(Arn::new);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
