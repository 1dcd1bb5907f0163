package io.awsaudit.collectors.s3;

import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.SharedServices;
import io.awsaudit.inventory.s3.Bucket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/**
 * Where buckets are. AWS says so in its listing; an emulator may not, and is then asked for the buckets of each region, or for
 * the location of each bucket, whichever takes fewer calls.
 */
final class BucketRegions {
    static final Operation GET_LOCATION =
            Operation.of("s3:GetBucketLocation").each().where("the listing does not say it, which AWS's always does");

    /** The most that a page takes. */
    static final int PAGE = 10_000;

    private final Operation listBuckets;
    private final Reads reads;
    private final Once<Optional<Map<String, String>>> listed = new Once<>(this::list);

    BucketRegions(Operation listBuckets, Reads reads) {
        this.listBuckets = listBuckets;
        this.reads = reads;
    }

    /** {@return of how many buckets a page does not say it} */
    static long unsaid(ListBucketsResponse page) {
        return page.buckets().stream()
                .filter(bucket -> bucket.bucketRegion() == null)
                .count();
    }

    /**
     * Returns the region of a bucket.
     *
     * @param unsaid of how many buckets its page does not say it
     */
    String of(software.amazon.awssdk.services.s3.model.Bucket bucket, long unsaid) {
        if (bucket.bucketRegion() != null) {
            return bucket.bucketRegion();
        }
        Optional<String> held = reads.held(Bucket.class, Bucket.arnOf(reads.partition(), bucket.name()))
                .map(Bucket::region);
        if (held.isPresent()) {
            return held.get();
        }
        Optional<Map<String, String>> regions = unsaid > asked().size() ? listed.get() : Optional.empty();
        // One that no listing has may be in a region that is not scanned; or it was left out, and must not be lost.
        return regions.map(known -> known.get(bucket.name())).orElseGet(() -> locationOf(bucket.name()));
    }

    /** One that is alone would not show whether it was heeded. */
    private List<String> asked() {
        List<String> regions = new ArrayList<>(reads.regions());
        if (regions.size() == 1) {
            regions.add(regions.contains("us-east-1") ? "us-west-2" : "us-east-1");
        }
        return regions;
    }

    /** {@return the regions of the buckets by their names; empty where the listings of two regions have the same in them} */
    private Optional<Map<String, String>> list() {
        Map<String, String> regions = new HashMap<>();
        for (String region : asked()) {
            List<software.amazon.awssdk.services.s3.model.Bucket> buckets = reads.pages(
                            listBuckets,
                            () -> reads.client(SharedServices.S3, region)
                                    .listBucketsPaginator(request ->
                                            request.bucketRegion(region).maxBuckets(PAGE))
                                    .buckets())
                    .toList();
            for (var bucket : buckets) {
                if (regions.put(bucket.name(), region) != null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(regions);
    }

    private String locationOf(String name) {
        String location = reads.list(
                        GET_LOCATION,
                        () -> reads.client(SharedServices.S3).getBucketLocation(request -> request.bucket(name)))
                .locationConstraintAsString();
        if (location == null || location.isEmpty()) {
            return "us-east-1"; // GetBucketLocation sends null for it
        }
        return location.equals("EU") ? "eu-west-1" : location; // a name from before there were regions
    }
}
