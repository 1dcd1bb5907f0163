package io.awsaudit.collectors.rds;

import static io.awsaudit.collectors.rds.Rds.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rds.DbProxy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rds.model.DBProxy;
import software.amazon.awssdk.services.rds.model.DBProxyStatus;

/** Reads the database proxies of a region but those that are being deleted. */
final class DbProxyCollector implements Collector<DbProxy> {
    private static final Operation DESCRIBE =
            Operation.of("rds:DescribeDBProxies").ownPages(100);
    private static final Detail TAGS = Detail.of(DbProxy.class, "tags", "rds:ListTagsForResource");

    @Override
    public Set<Class<? extends DbProxy>> yields() {
        return Set.of(DbProxy.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<DbProxy> collect(Reads reads) {
        Stream<DBProxy> proxies = reads.pages(
                        DESCRIBE,
                        () -> reads.client(Rds.RDS)
                                .describeDBProxiesPaginator(request -> {})
                                .dbProxies())
                .filter(proxy -> proxy.status() != DBProxyStatus.DELETING);
        return reads.each(DbProxy.class, proxies, proxy -> new Arn(proxy.dbProxyArn()), proxy -> read(proxy, reads));
    }

    private static DbProxy read(DBProxy proxy, Reads reads) {
        Arn arn = new Arn(proxy.dbProxyArn());
        return new DbProxy(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        proxy.dbProxyName(),
                        reads.observe(TAGS, arn, () -> Rds.tagsOf(arn, reads))),
                orEmpty(proxy.engineFamily()),
                orEmpty(proxy.statusAsString()),
                Boolean.TRUE.equals(proxy.requireTLS()),
                Boolean.TRUE.equals(proxy.debugLogging()),
                Optional.ofNullable(proxy.roleArn())
                        .filter(role -> !role.isEmpty())
                        .map(Arn::new),
                proxy.vpcSubnetIds().stream()
                        .sorted()
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList(),
                proxy.vpcSecurityGroupIds().stream()
                        .sorted()
                        .map(id -> reads.arn("ec2", "security-group/" + id))
                        .toList());
    }
}
