package io.awsaudit.collectors.redshift;

import static io.awsaudit.collectors.redshift.Redshift.orEmpty;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.redshift.ClusterParameterGroup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Parameter;

/** Reads the parameter groups of a region, and of each all parameters. */
final class ClusterParameterGroupCollector implements Collector<ClusterParameterGroup> {
    private static final Operation DESCRIBE =
            Operation.of("redshift:DescribeClusterParameterGroups").ownPages(100);
    private static final Detail PARAMETERS =
            Detail.of(ClusterParameterGroup.class, "parameters", "redshift:DescribeClusterParameters");

    @Override
    public Set<Class<? extends ClusterParameterGroup>> yields() {
        return Set.of(ClusterParameterGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(PARAMETERS);
    }

    @Override
    public Stream<ClusterParameterGroup> collect(Reads reads) {
        RedshiftClient client = reads.client(Redshift.REDSHIFT);
        return reads.each(
                ClusterParameterGroup.class,
                reads.pages(
                        DESCRIBE,
                        () -> client.describeClusterParameterGroupsPaginator().parameterGroups()),
                group -> arnOf(group, reads),
                group -> read(group, client, reads));
    }

    private static Arn arnOf(software.amazon.awssdk.services.redshift.model.ClusterParameterGroup group, Reads reads) {
        return reads.arn("redshift", "parametergroup:" + group.parameterGroupName());
    }

    private static ClusterParameterGroup read(
            software.amazon.awssdk.services.redshift.model.ClusterParameterGroup group,
            RedshiftClient client,
            Reads reads) {
        String name = group.parameterGroupName();
        Arn arn = arnOf(group, reads);
        return new ClusterParameterGroup(
                Identity.tagged(arn, reads.account(), reads.region(), name, Redshift.tags(group.tags())),
                orEmpty(group.parameterGroupFamily()),
                reads.observe(PARAMETERS, arn, () -> parametersOf(name, client)));
    }

    private static Map<String, String> parametersOf(String group, RedshiftClient client) {
        return client
                .describeClusterParametersPaginator(request -> request.parameterGroupName(group))
                .parameters()
                .stream()
                .filter(parameter -> parameter.parameterName() != null && parameter.parameterValue() != null)
                .collect(Collectors.toMap(
                        Parameter::parameterName, Parameter::parameterValue, (one, other) -> other, TreeMap::new));
    }
}
