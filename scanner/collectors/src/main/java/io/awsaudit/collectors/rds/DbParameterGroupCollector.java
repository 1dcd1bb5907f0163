package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.DbParameterGroup;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBParameterGroup;

/** Reads the parameter groups for instances that people made in a region, and of each what they have set. */
final class DbParameterGroupCollector implements Collector<DbParameterGroup> {
    private static final Operation DESCRIBE =
            Operation.of("rds:DescribeDBParameterGroups").ownPages(100);
    private static final Detail PARAMETERS =
            Detail.of(DbParameterGroup.class, "parameters", "rds:DescribeDBParameters");
    private static final Detail TAGS = Detail.of(DbParameterGroup.class, "tags", "rds:ListTagsForResource");

    @Override
    public Set<Class<? extends DbParameterGroup>> yields() {
        return Set.of(DbParameterGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(PARAMETERS, TAGS);
    }

    @Override
    public Stream<DbParameterGroup> collect(Reads reads) {
        RdsClient client = reads.client(Rds.RDS);
        Stream<DBParameterGroup> groups = reads.pages(
                        DESCRIBE,
                        () -> client.describeDBParameterGroupsPaginator().dbParameterGroups())
                .filter(group -> Rds.isCustomGroup(group.dbParameterGroupName(), group.dbParameterGroupFamily()));
        return reads.each(
                DbParameterGroup.class,
                groups,
                group -> new Arn(group.dbParameterGroupArn()),
                group -> read(group, client, reads));
    }

    private static DbParameterGroup read(DBParameterGroup group, RdsClient client, Reads reads) {
        Arn arn = new Arn(group.dbParameterGroupArn());
        String name = group.dbParameterGroupName();
        return new DbParameterGroup(
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
                                .describeDBParametersPaginator(request ->
                                        request.dbParameterGroupName(name).source("user"))
                                .parameters()
                                .stream())));
    }
}
