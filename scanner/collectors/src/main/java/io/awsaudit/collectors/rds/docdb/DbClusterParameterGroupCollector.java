package io.awsaudit.collectors.rds.docdb;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.rds.Rds;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.docdb.DbClusterParameterGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;

/** Reads the parameter groups that people made for clusters of DocumentDB in a region. */
final class DbClusterParameterGroupCollector implements Collector<DbClusterParameterGroup> {
    private static final Detail PARAMETERS =
            Detail.of(DbClusterParameterGroup.class, "parameters", "rds:DescribeDBClusterParameters");
    private static final Detail TAGS = Detail.of(DbClusterParameterGroup.class, "tags", "rds:ListTagsForResource");

    @Override
    public Set<Class<? extends DbClusterParameterGroup>> yields() {
        return Set.of(DbClusterParameterGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Rds.DESCRIBE_CLUSTER_PARAMETER_GROUPS);
    }

    @Override
    public List<Detail> details() {
        return List.of(PARAMETERS, TAGS);
    }

    @Override
    public Stream<DbClusterParameterGroup> collect(Reads reads) {
        return reads.each(
                DbClusterParameterGroup.class,
                Rds.clusterParameterGroups(reads)
                        .filter(group -> Rds.isDocumentDbFamily(group.dbParameterGroupFamily())),
                group -> new Arn(group.dbClusterParameterGroupArn()),
                group -> read(group, reads));
    }

    private static DbClusterParameterGroup read(DBClusterParameterGroup group, Reads reads) {
        Arn arn = new Arn(group.dbClusterParameterGroupArn());
        return new DbClusterParameterGroup(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        group.dbClusterParameterGroupName(),
                        reads.observe(TAGS, arn, () -> Rds.tagsOf(arn, reads))),
                orEmpty(group.dbParameterGroupFamily()),
                reads.observe(
                        PARAMETERS, arn, () -> Rds.clusterParametersOf(group.dbClusterParameterGroupName(), reads)));
    }
}
