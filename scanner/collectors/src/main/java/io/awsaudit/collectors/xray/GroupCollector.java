package io.awsaudit.collectors.xray;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.xray.Group;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.xray.XRayClient;
import software.amazon.awssdk.services.xray.model.GroupSummary;
import software.amazon.awssdk.services.xray.model.InsightsConfiguration;

/** Reads groups of traces. */
final class GroupCollector implements Collector<Group> {
    private static final Detail TAGS = Detail.of(Group.class, "tags", XRay.LIST_TAGS);

    @Override
    public Set<Class<? extends Group>> yields() {
        return Set.of(Group.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(XRay.GET_GROUPS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Group> collect(Reads reads) {
        XRayClient xray = reads.client(XRay.XRAY);
        return reads.each(
                Group.class, XRay.groups(reads), group -> new Arn(group.groupARN()), group -> read(group, xray, reads));
    }

    private static Group read(GroupSummary group, XRayClient xray, Reads reads) {
        Arn arn = new Arn(group.groupARN());
        return new Group(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        group.groupName(),
                        reads.observe(TAGS, arn, () -> XRay.tags(arn, xray))),
                // Left out where it was never set.
                Optional.ofNullable(group.insightsConfiguration())
                        .map(InsightsConfiguration::insightsEnabled)
                        .orElse(false));
    }
}
