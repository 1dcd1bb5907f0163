package io.awsaudit.collectors.backup;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.backup.ProtectedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads what AWS Backup has backed up in a region, in one listing. */
final class ProtectedResourceCollector implements Collector<ProtectedResource> {
    private static final Operation LIST_PROTECTED_RESOURCES =
            Operation.of("backup:ListProtectedResources").pages(Backup.PAGE);

    @Override
    public Set<Class<? extends ProtectedResource>> yields() {
        return Set.of(ProtectedResource.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_PROTECTED_RESOURCES);
    }

    @Override
    public Stream<ProtectedResource> collect(Reads reads) {
        return reads.pages(
                        LIST_PROTECTED_RESOURCES,
                        () -> reads.client(Backup.BACKUP)
                                .listProtectedResourcesPaginator(request -> request.maxResults(Backup.PAGE))
                                .results())
                .map(resource -> new ProtectedResource(
                        Identity.untagged(
                                reads.arn("backup", "protected-resource:" + resource.resourceArn()),
                                reads.account(),
                                reads.region(),
                                new Arn(resource.resourceArn()).lastSegment()),
                        new Arn(resource.resourceArn()),
                        Backup.orEmpty(resource.resourceType()),
                        Optional.ofNullable(resource.lastBackupTime())));
    }
}
