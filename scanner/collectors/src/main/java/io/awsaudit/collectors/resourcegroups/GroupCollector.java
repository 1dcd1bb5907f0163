package io.awsaudit.collectors.resourcegroups;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.resourcegroups.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.resourcegroups.ResourceGroupsClient;
import software.amazon.awssdk.services.resourcegroups.model.GroupIdentifier;
import software.amazon.awssdk.services.resourcegroups.model.ListGroupResourcesResponse;

/** Reads the groups of resources of a region, and of each whether there is anything in it. */
final class GroupCollector implements Collector<Group> {
    private static final AwsService<ResourceGroupsClient> CLIENT =
            AwsService.of("resource-groups", ResourceGroupsClient::builder);
    private static final int PAGE = 50;
    private static final Operation LIST_GROUPS =
            Operation.of("resource-groups:ListGroups").pages(PAGE);
    private static final Detail CONTENTS = Detail.of(Group.class, "contents", "resource-groups:ListGroupResources")
            .needing(
                    "resource-groups:ListGroupResources",
                    "cloudformation:DescribeStacks",
                    "cloudformation:ListStackResources",
                    "tag:GetResources");
    private static final Detail TAGS = Detail.of(Group.class, "tags", "resource-groups:GetTags");

    @Override
    public Set<Class<? extends Group>> yields() {
        return Set.of(Group.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_GROUPS);
    }

    @Override
    public List<Detail> details() {
        return List.of(CONTENTS, TAGS);
    }

    @Override
    public Stream<Group> collect(Reads reads) {
        ResourceGroupsClient groups = reads.client(CLIENT);
        return reads.each(
                Group.class,
                reads.pages(
                        LIST_GROUPS,
                        () -> groups.listGroupsPaginator(request -> request.maxResults(PAGE))
                                .groupIdentifiers()),
                group -> new Arn(group.groupArn()),
                group -> read(group, groups, reads));
    }

    private static Group read(GroupIdentifier listed, ResourceGroupsClient groups, Reads reads) {
        Arn arn = new Arn(listed.groupArn());
        return new Group(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        Answers.sent(listed.groupName(), "GroupName"),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> groups.getTags(request -> request.arn(arn.value()))
                                        .tags())),
                reads.observe(CONTENTS, arn, () -> contentsOf(arn, groups)));
    }

    /** Looks no further than the first resource; a page may have none and yet not be the last. */
    private static Group.Contents contentsOf(Arn group, ResourceGroupsClient groups) {
        List<String> errors = new ArrayList<>();
        for (ListGroupResourcesResponse page : groups.listGroupResourcesPaginator(
                request -> request.group(group.value()).maxResults(PAGE))) {
            page.queryErrors().stream()
                    .map(error -> error.errorCodeAsString())
                    .filter(code -> !errors.contains(code))
                    .forEach(errors::add);
            if (!page.resources().isEmpty() || !page.resourceIdentifiers().isEmpty()) {
                return new Group.Contents(false, errors);
            }
        }
        return new Group.Contents(true, errors);
    }
}
