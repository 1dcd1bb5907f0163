package io.awsaudit.collectors.cloudformation;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.cloudformation.StackSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.AutoDeployment;
import software.amazon.awssdk.services.cloudformation.model.StackSetStatus;
import software.amazon.awssdk.services.cloudformation.model.StackSetSummary;
import software.amazon.awssdk.services.cloudformation.model.Tag;

/** Reads the stack sets of a region that are the account's own. */
final class StackSetCollector implements Collector<StackSet> {
    private static final int PAGE = 100;

    private static final AwsService<CloudFormationClient> CLIENT =
            AwsService.of("cloudformation", CloudFormationClient::builder);
    private static final Operation LIST_STACK_SETS =
            Operation.of("cloudformation:ListStackSets").pages(PAGE);
    private static final Detail TAGS = Detail.of(StackSet.class, "tags", "cloudformation:DescribeStackSet");

    private static final String SELF_MANAGED = "SELF_MANAGED";

    @Override
    public Set<Class<? extends StackSet>> yields() {
        return Set.of(StackSet.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_STACK_SETS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<StackSet> collect(Reads reads) {
        return reads.each(
                StackSet.class,
                reads.pages(
                        LIST_STACK_SETS,
                        () -> reads.client(CLIENT)
                                .listStackSetsPaginator(request ->
                                        request.status(StackSetStatus.ACTIVE).maxResults(PAGE))
                                .summaries()),
                set -> arnOf(set, reads),
                set -> read(set, reads));
    }

    private static Arn arnOf(StackSetSummary set, Reads reads) {
        return reads.arn("cloudformation", "stackset/" + set.stackSetId());
    }

    private static StackSet read(StackSetSummary listed, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new StackSet(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.stackSetName(),
                        reads.observe(TAGS, arn, () -> tagsOf(listed.stackSetName(), reads))),
                listed.permissionModelAsString() == null ? SELF_MANAGED : listed.permissionModelAsString(),
                Optional.ofNullable(listed.autoDeployment())
                        .map(AutoDeployment::enabled)
                        .orElse(false),
                StackCollector.drift(listed.driftStatusAsString()));
    }

    private static Map<String, String> tagsOf(String name, Reads reads) {
        return Answers.sent(
                        reads.client(CLIENT)
                                .describeStackSet(request -> request.stackSetName(name))
                                .stackSet(),
                        "StackSet")
                .tags()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value, (one, other) -> one));
    }
}
