package io.awsaudit.collectors.s3;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.inventory.s3.MultiRegionAccessPoint;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3control.model.MultiRegionAccessPointReport;

/** Reads every multi-region access point, all from one region; other partitions than the first have none. */
final class MultiRegionAccessPointCollector implements Collector<MultiRegionAccessPoint> {
    private static final Operation LIST =
            Operation.of("s3control:ListMultiRegionAccessPoints").needing("s3:ListMultiRegionAccessPoints");

    private static final String PARTITION = "aws";
    /** Where AWS answers for all regions. */
    private static final String HOME = "us-west-2";

    @Override
    public Set<Class<? extends MultiRegionAccessPoint>> yields() {
        return Set.of(MultiRegionAccessPoint.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<MultiRegionAccessPoint> collect(Reads reads) {
        if (!reads.partition().equals(PARTITION)) {
            return Stream.empty();
        }
        return reads.pages(
                        LIST,
                        () -> reads.client(S3.CONTROL, HOME)
                                .listMultiRegionAccessPointsPaginator(request -> request.accountId(reads.account())))
                .flatMap(page -> page.accessPoints().stream())
                .map(point -> reads.list(LIST, () -> read(point, reads)));
    }

    private static MultiRegionAccessPoint read(MultiRegionAccessPointReport point, Reads reads) {
        Arn arn = reads.globalArn("s3", "accesspoint/" + point.alias());
        return new MultiRegionAccessPoint(
                Identity.untagged(arn, reads.account(), Identity.GLOBAL, point.name()),
                point.statusAsString(),
                point.regions().stream()
                        .map(region -> Bucket.arnOf(reads.partition(), region.bucket()))
                        .toList(),
                S3.block(point.publicAccessBlock()));
    }
}
