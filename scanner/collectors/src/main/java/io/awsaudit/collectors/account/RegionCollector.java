package io.awsaudit.collectors.account;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.account.Region;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Yields the regions that the scan reads, which it knows without a call. */
final class RegionCollector implements Collector<Region> {
    @Override
    public Set<Class<? extends Region>> yields() {
        return Set.of(Region.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of();
    }

    @Override
    public Stream<Region> collect(Reads reads) {
        Arn arn = reads.arn("account", "region");
        return Stream.of(new Region(Identity.untagged(arn, reads.account(), reads.region(), reads.region())));
    }
}
