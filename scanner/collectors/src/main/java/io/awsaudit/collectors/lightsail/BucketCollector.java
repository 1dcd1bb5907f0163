package io.awsaudit.collectors.lightsail;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.lightsail.Bucket;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.AccessRules;
import software.amazon.awssdk.services.lightsail.model.GetBucketsResponse;

/** Reads the buckets that Lightsail has in a region. */
final class BucketCollector implements Collector<Bucket> {
    private static final Operation LIST = Operation.of("lightsail:GetBuckets");

    @Override
    public Set<Class<? extends Bucket>> yields() {
        return Set.of(Bucket.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<Bucket> collect(Reads reads) {
        LightsailClient client = reads.client(Lightsail.CLIENT);
        return reads.pages(
                        LIST,
                        () -> TokenPages.of(
                                token -> client.getBuckets(request -> request.pageToken(token)),
                                GetBucketsResponse::buckets,
                                GetBucketsResponse::nextPageToken))
                .map(listed -> read(listed, reads));
    }

    private static Bucket read(software.amazon.awssdk.services.lightsail.model.Bucket listed, Reads reads) {
        AccessRules rules = Answers.sent(listed.accessRules(), "accessRules");
        return new Bucket(
                Lightsail.identity(listed.arn(), listed.name(), listed.tags(), reads),
                Answers.sent(rules.getObjectAsString(), "accessRules.getObject"),
                Boolean.TRUE.equals(rules.allowPublicOverrides()),
                Answers.sent(listed.objectVersioning(), "objectVersioning"));
    }
}
