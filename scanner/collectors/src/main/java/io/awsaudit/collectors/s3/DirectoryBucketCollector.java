package io.awsaudit.collectors.s3;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.SharedServices;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.s3.DirectoryBucket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** Reads the directory buckets of a region. */
final class DirectoryBucketCollector implements Collector<DirectoryBucket> {
    private static final int PAGE = 1000;

    /** How AWS has the name of each end, and of no other bucket. */
    private static final String ENDING = "--x-s3";

    private static final Operation LIST = Operation.of("s3:ListDirectoryBuckets")
            .needing("s3express:ListAllMyDirectoryBuckets")
            .pages(PAGE);
    private static final Detail LIFECYCLE = Detail.of(
                    DirectoryBucket.class, "lifecycle", "s3:GetBucketLifecycleConfiguration")
            .needing("s3express:GetLifecycleConfiguration");
    private static final Observed<Map<String, String>> UNREAD = Observed.unknown(
            new Gap(Gap.Cause.SKIPPED, "s3control:ListTagsForResource", Optional.empty(), "no check reads them"));

    @Override
    public Set<Class<? extends DirectoryBucket>> yields() {
        return Set.of(DirectoryBucket.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(LIFECYCLE);
    }

    @Override
    public Stream<DirectoryBucket> collect(Reads reads) {
        S3Client s3 = reads.client(SharedServices.S3);
        return reads.each(
                DirectoryBucket.class,
                reads.pages(
                                LIST,
                                () -> s3.listDirectoryBucketsPaginator(request -> request.maxDirectoryBuckets(PAGE))
                                        .buckets())
                        .map(Bucket::name)
                        .filter(name -> name.endsWith(ENDING)),
                name -> arnOf(name, reads),
                name -> read(name, s3, reads));
    }

    private static Arn arnOf(String name, Reads reads) {
        return reads.arn("s3express", "bucket/" + name);
    }

    private static DirectoryBucket read(String name, S3Client s3, Reads reads) {
        Arn arn = arnOf(name, reads);
        return new DirectoryBucket(
                new Identity(arn, reads.account(), reads.region(), name, UNREAD),
                reads.observe(LIFECYCLE, arn, () -> BucketCollector.lifecycleOf(name, s3)));
    }
}
