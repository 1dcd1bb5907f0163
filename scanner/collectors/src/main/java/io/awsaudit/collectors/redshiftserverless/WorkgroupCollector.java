package io.awsaudit.collectors.redshiftserverless;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.redshiftserverless.Workgroup;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.redshiftserverless.model.ConfigParameter;
import software.amazon.awssdk.services.redshiftserverless.model.WorkgroupStatus;

/** Reads the workgroups of Redshift Serverless in a region. */
final class WorkgroupCollector implements Collector<Workgroup> {
    private static final Operation LIST =
            Operation.of("redshift-serverless:ListWorkgroups").pages(Serverless.PAGE);
    private static final Detail TAGS = Detail.of(Workgroup.class, "tags", "redshift-serverless:ListTagsForResource");
    private static final Detail USAGE_LIMITS =
            Detail.of(Workgroup.class, "usageLimits", "redshift-serverless:ListUsageLimits");

    @Override
    public Set<Class<? extends Workgroup>> yields() {
        return Set.of(Workgroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS, USAGE_LIMITS);
    }

    @Override
    public Stream<Workgroup> collect(Reads reads) {
        Stream<software.amazon.awssdk.services.redshiftserverless.model.Workgroup> workgroups = reads.pages(
                        LIST,
                        () -> reads.client(Serverless.CLIENT)
                                .listWorkgroupsPaginator(request -> request.maxResults(Serverless.PAGE))
                                .workgroups())
                .filter(workgroup -> workgroup.status() != WorkgroupStatus.DELETING);
        return reads.each(
                Workgroup.class,
                workgroups,
                workgroup -> new Arn(workgroup.workgroupArn()),
                workgroup -> read(workgroup, reads));
    }

    private static Workgroup read(
            software.amazon.awssdk.services.redshiftserverless.model.Workgroup workgroup, Reads reads) {
        Arn arn = new Arn(workgroup.workgroupArn());
        return new Workgroup(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        workgroup.workgroupName(),
                        reads.observe(TAGS, arn, () -> Serverless.tagsOf(arn, reads))),
                Serverless.orEmpty(workgroup.namespaceName()),
                Serverless.orEmpty(workgroup.statusAsString()),
                workgroup.maxCapacity() == null ? OptionalInt.empty() : OptionalInt.of(workgroup.maxCapacity()),
                Boolean.TRUE.equals(workgroup.enhancedVpcRouting()),
                Boolean.TRUE.equals(workgroup.publiclyAccessible()),
                workgroup.subnetIds().stream()
                        .sorted()
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList(),
                workgroup.securityGroupIds().stream()
                        .sorted()
                        .map(id -> reads.arn("ec2", "security-group/" + id))
                        .toList(),
                workgroup.configParameters().stream()
                        .filter(parameter -> parameter.parameterKey() != null && parameter.parameterValue() != null)
                        .collect(Collectors.toMap(
                                ConfigParameter::parameterKey, ConfigParameter::parameterValue, (one, other) -> one)),
                reads.observe(USAGE_LIMITS, arn, () -> usageLimitsOf(arn, reads)));
    }

    private static List<Workgroup.UsageLimit> usageLimitsOf(Arn arn, Reads reads) {
        return reads
                .client(Serverless.CLIENT)
                .listUsageLimitsPaginator(
                        request -> request.resourceArn(arn.value()).maxResults(Serverless.PAGE))
                .usageLimits()
                .stream()
                .map(limit -> new Workgroup.UsageLimit(
                        Serverless.orEmpty(limit.usageTypeAsString()),
                        limit.amount() == null ? 0 : limit.amount(),
                        Serverless.orEmpty(limit.periodAsString()),
                        Serverless.orEmpty(limit.breachActionAsString())))
                .toList();
    }
}
