package io.awsaudit.collectors.rds.neptune;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.rds.Rds;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.neptune.DbInstance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBInstance;

/** Reads the instances of clusters of Neptune in a region. */
final class DbInstanceCollector implements Collector<DbInstance> {
    private static final Detail TAGS = Detail.of(DbInstance.class, "tags", "rds:ListTagsForResource");

    @Override
    public Set<Class<? extends DbInstance>> yields() {
        return Set.of(DbInstance.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Rds.DESCRIBE_INSTANCES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<DbInstance> collect(Reads reads) {
        return reads.each(
                DbInstance.class,
                Rds.instances(reads).filter(instance -> Rds.isNeptune(instance.engine())),
                instance -> new Arn(instance.dbInstanceArn()),
                instance -> read(instance, reads));
    }

    private static DbInstance read(DBInstance instance, Reads reads) {
        Arn arn = new Arn(instance.dbInstanceArn());
        return new DbInstance(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        instance.dbInstanceIdentifier(),
                        reads.observe(TAGS, arn, () -> Rds.tagsOf(arn, reads))),
                orEmpty(instance.engineVersion()),
                orEmpty(instance.dbInstanceClass()),
                orEmpty(instance.dbInstanceStatus()),
                Optional.ofNullable(instance.dbClusterIdentifier()).map(id -> reads.arn("rds", "cluster:" + id)),
                Boolean.TRUE.equals(instance.publiclyAccessible()),
                Boolean.TRUE.equals(instance.autoMinorVersionUpgrade()));
    }
}
