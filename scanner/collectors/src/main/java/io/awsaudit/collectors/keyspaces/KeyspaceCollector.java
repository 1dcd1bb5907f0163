package io.awsaudit.collectors.keyspaces;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.keyspaces.Keyspace;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.keyspaces.model.KeyspaceSummary;

/** Reads the keyspaces that somebody made in a region. */
final class KeyspaceCollector implements Collector<Keyspace> {
    private static final Detail TAGS = Keyspaces.tags(Keyspace.class);

    @Override
    public Set<Class<? extends Keyspace>> yields() {
        return Set.of(Keyspace.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Keyspaces.LIST_KEYSPACES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Keyspace> collect(Reads reads) {
        return reads.each(
                Keyspace.class,
                Keyspaces.keyspaces(reads),
                keyspace -> new Arn(keyspace.resourceArn()),
                keyspace -> read(keyspace, reads));
    }

    private static Keyspace read(KeyspaceSummary keyspace, Reads reads) {
        Arn arn = new Arn(keyspace.resourceArn());
        return new Keyspace(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        keyspace.keyspaceName(),
                        reads.observe(TAGS, arn, () -> Keyspaces.tagsOf(arn, reads))),
                Keyspaces.orEmpty(keyspace.replicationStrategyAsString()));
    }
}
