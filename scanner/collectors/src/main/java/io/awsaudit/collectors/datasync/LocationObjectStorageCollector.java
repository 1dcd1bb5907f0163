package io.awsaudit.collectors.datasync;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.datasync.LocationObjectStorage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.datasync.model.LocationListEntry;

/** Reads the object stores that DataSync reaches from a region. */
final class LocationObjectStorageCollector implements Collector<LocationObjectStorage> {
    private static final Operation LIST = Operation.of("datasync:ListLocations").pages(DataSync.PAGE);
    private static final Detail TAGS = DataSync.tags(LocationObjectStorage.class);
    private static final Detail SERVER_PROTOCOL =
            Detail.of(LocationObjectStorage.class, "serverProtocol", "datasync:DescribeLocationObjectStorage");

    @Override
    public Set<Class<? extends LocationObjectStorage>> yields() {
        return Set.of(LocationObjectStorage.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SERVER_PROTOCOL, TAGS);
    }

    @Override
    public Stream<LocationObjectStorage> collect(Reads reads) {
        Stream<LocationListEntry> listed = reads.pages(
                        LIST,
                        () -> reads.client(DataSync.CLIENT)
                                .listLocationsPaginator(request -> request.maxResults(DataSync.PAGE))
                                .locations())
                .filter(location -> DataSync.orEmpty(location.locationUri()).startsWith("object-storage://"));
        return reads.each(
                LocationObjectStorage.class,
                listed,
                location -> new Arn(location.locationArn()),
                location -> read(location, reads));
    }

    private static LocationObjectStorage read(LocationListEntry location, Reads reads) {
        Arn arn = new Arn(location.locationArn());
        return new LocationObjectStorage(
                DataSync.identity(arn, location.locationUri(), TAGS, reads),
                reads.observe(
                        SERVER_PROTOCOL,
                        arn,
                        () -> reads.client(DataSync.CLIENT)
                                .describeLocationObjectStorage(request -> request.locationArn(arn.value()))
                                .serverProtocolAsString()));
    }
}
