package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.DbClusterParameterGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBClusterParameterGroup;

/** Reads the parameter groups for clusters that people made in a region, and of each what they have set. */
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
        RdsClient client = reads.client(Rds.RDS);
        Stream<DBClusterParameterGroup> groups =
                Rds.clusterParameterGroups(reads).filter(group -> Rds.isOwnFamily(group.dbParameterGroupFamily()));
        return reads.each(
                DbClusterParameterGroup.class,
                groups,
                group -> new Arn(group.dbClusterParameterGroupArn()),
                group -> read(group, client, reads));
    }

    private static DbClusterParameterGroup read(DBClusterParameterGroup group, RdsClient client, Reads reads) {
        Arn arn = new Arn(group.dbClusterParameterGroupArn());
        String name = group.dbClusterParameterGroupName();
        return new DbClusterParameterGroup(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        name,
                        reads.observe(TAGS, arn, () -> Rds.tagsOf(arn, reads))),
                orEmpty(group.dbParameterGroupFamily()),
                reads.observe(
                        PARAMETERS,
                        arn,
                        () -> Rds.parameters(client
                                .describeDBClusterParametersPaginator(
                                        request -> request.dbClusterParameterGroupName(name)
                                                .source("user"))
                                .parameters()
                                .stream())));
    }
}
