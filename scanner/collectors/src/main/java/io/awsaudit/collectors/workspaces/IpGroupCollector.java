package io.awsaudit.collectors.workspaces;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.workspaces.Directory;
import io.awsaudit.inventory.workspaces.IpGroup;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.workspaces.WorkSpacesClient;
import software.amazon.awssdk.services.workspaces.model.DescribeIpGroupsResponse;
import software.amazon.awssdk.services.workspaces.model.WorkspacesIpGroup;

/** Reads the groups of addresses that may connect to the WorkSpaces of a region. */
final class IpGroupCollector implements Collector<IpGroup> {
    private static final Operation DESCRIBE =
            Operation.of("workspaces:DescribeIpGroups").pages(WorkSpaces.PAGE).where("there are directories");
    private static final Detail TAGS = Detail.of(IpGroup.class, "tags", "workspaces:DescribeTags");

    /** A rule names a range, or a single address. */
    private static final String SINGLE_ADDRESS = "/32";

    @Override
    public Set<Class<? extends IpGroup>> yields() {
        return Set.of(IpGroup.class);
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
    public Stream<IpGroup> collect(Reads reads) {
        if (reads.isWithout(Directory.class, () -> WorkSpaces.directories(reads))) {
            return Stream.empty(); // of no use without one
        }
        WorkSpacesClient workspaces = reads.client(WorkSpaces.CLIENT);
        return reads.each(
                IpGroup.class,
                reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> workspaces.describeIpGroups(request ->
                                        request.maxResults(WorkSpaces.PAGE).nextToken(token)),
                                DescribeIpGroupsResponse::result,
                                DescribeIpGroupsResponse::nextToken)),
                group -> WorkSpaces.ipGroup(reads, group.groupId()),
                group -> read(group, reads));
    }

    private static IpGroup read(WorkspacesIpGroup listed, Reads reads) {
        String id = listed.groupId();
        Arn arn = WorkSpaces.ipGroup(reads, id);
        return new IpGroup(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        Optional.ofNullable(listed.groupName())
                                .filter(name -> !name.isBlank())
                                .orElse(id),
                        reads.observe(TAGS, arn, () -> WorkSpaces.tagsOf(reads, id))),
                listed.userRules().stream()
                        .map(rule -> rule.ipRule())
                        .map(rule -> new IpRange(rule.indexOf('/') < 0 ? rule + SINGLE_ADDRESS : rule))
                        .toList());
    }
}
