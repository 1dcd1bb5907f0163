package io.awsaudit.collectors.lightsail;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.lightsail.Disk;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.GetDisksResponse;

/** Reads the disks that Lightsail has in a region. */
final class DiskCollector implements Collector<Disk> {
    private static final Operation LIST = Operation.of("lightsail:GetDisks");

    @Override
    public Set<Class<? extends Disk>> yields() {
        return Set.of(Disk.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<Disk> collect(Reads reads) {
        LightsailClient client = reads.client(Lightsail.CLIENT);
        return reads.pages(
                        LIST,
                        () -> TokenPages.of(
                                token -> client.getDisks(request -> request.pageToken(token)),
                                GetDisksResponse::disks,
                                GetDisksResponse::nextPageToken))
                .map(listed -> read(listed, reads));
    }

    private static Disk read(software.amazon.awssdk.services.lightsail.model.Disk listed, Reads reads) {
        return new Disk(
                Lightsail.identity(listed.arn(), listed.name(), listed.tags(), reads),
                Answers.sent(listed.sizeInGb(), "sizeInGb"),
                Answers.sent(listed.isAttached(), "isAttached"));
    }
}
