package io.awsaudit.collectors.s3;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.s3.AccessPoint;
import io.awsaudit.inventory.s3.Bucket;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.s3control.model.VpcConfiguration;

/** Reads the access points of a region. */
final class AccessPointCollector implements Collector<AccessPoint> {
    private static final Operation LIST_ACCESS_POINTS = Operation.of("s3control:ListAccessPoints")
            .needing("s3:ListAccessPoints")
            .ownPages(1000);
    private static final Detail BLOCK = Detail.of(AccessPoint.class, "publicAccessBlock", "s3control:GetAccessPoint")
            .needing("s3:GetAccessPoint");

    @Override
    public Set<Class<? extends AccessPoint>> yields() {
        return Set.of(AccessPoint.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_ACCESS_POINTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(BLOCK);
    }

    @Override
    public Stream<AccessPoint> collect(Reads reads) {
        var points = reads.pages(
                        LIST_ACCESS_POINTS,
                        () -> reads.client(S3.CONTROL)
                                .listAccessPointsPaginator(request -> request.accountId(reads.account())))
                .flatMap(page -> page.accessPointList().stream())
                // An emulator has one list for all regions.
                .filter(point -> new Arn(point.accessPointArn()).region().equals(reads.region()));
        return reads.each(
                AccessPoint.class, points, point -> new Arn(point.accessPointArn()), point -> read(point, reads));
    }

    private static AccessPoint read(software.amazon.awssdk.services.s3control.model.AccessPoint point, Reads reads) {
        Arn arn = new Arn(point.accessPointArn());
        return new AccessPoint(
                Identity.untagged(arn, reads.account(), reads.region(), point.name()),
                Optional.ofNullable(point.bucket())
                        .filter(bucket -> !bucket.isEmpty())
                        .map(bucket -> Bucket.arnOf(reads.partition(), bucket)),
                Optional.ofNullable(point.vpcConfiguration()).map(VpcConfiguration::vpcId),
                reads.observe(
                        BLOCK,
                        arn,
                        () -> S3.block(reads.client(S3.CONTROL)
                                .getAccessPoint(request ->
                                        request.accountId(reads.account()).name(point.name()))
                                .publicAccessBlockConfiguration())));
    }
}
