package io.awsaudit.collectors.quicksight;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.quicksight.VpcConnection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.quicksight.QuickSightClient;
import software.amazon.awssdk.services.quicksight.model.ListVpcConnectionsResponse;
import software.amazon.awssdk.services.quicksight.model.NetworkInterface;
import software.amazon.awssdk.services.quicksight.model.VPCConnectionSummary;

/** Reads QuickSight's ways into the VPCs of a region. */
final class VpcConnectionCollector implements Collector<VpcConnection> {
    private static final Operation LIST =
            Operation.of("quicksight:ListVPCConnections").pages(QuickSight.PAGE);
    private static final Detail TAGS = Detail.of(VpcConnection.class, "tags", "quicksight:ListTagsForResource");

    private static final Set<String> GONE = Set.of("DELETION_IN_PROGRESS", "DELETED");

    @Override
    public Set<Class<? extends VpcConnection>> yields() {
        return Set.of(VpcConnection.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<VpcConnection> collect(Reads reads) {
        QuickSightClient client = reads.client(QuickSight.CLIENT);
        return reads.each(
                VpcConnection.class,
                reads.pages(
                                LIST,
                                () -> TokenPages.of(
                                        token -> list(client, token, reads),
                                        ListVpcConnectionsResponse::vpcConnectionSummaries,
                                        ListVpcConnectionsResponse::nextToken))
                        .filter(connection -> !GONE.contains(Answers.sent(connection.statusAsString(), "Status"))),
                connection -> new Arn(Answers.sent(connection.arn(), "Arn")),
                connection -> read(connection, reads));
    }

    private static ListVpcConnectionsResponse list(QuickSightClient client, @Nullable String token, Reads reads) {
        return QuickSight.orIfNotSubscribed(
                () -> client.listVPCConnections(request -> request.awsAccountId(reads.account())
                        .maxResults(QuickSight.PAGE)
                        .nextToken(token)),
                ListVpcConnectionsResponse.builder().build());
    }

    private static VpcConnection read(VPCConnectionSummary listed, Reads reads) {
        return new VpcConnection(
                QuickSight.identity(new Arn(Answers.sent(listed.arn(), "Arn")), listed.name(), TAGS, reads),
                Answers.sent(listed.statusAsString(), "Status"),
                Optional.ofNullable(listed.availabilityStatusAsString()),
                Optional.ofNullable(listed.roleArn())
                        .filter(role -> !role.isBlank())
                        .map(Arn::new),
                listed.networkInterfaces().stream()
                        .map(NetworkInterface::subnetId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .sorted()
                        .map(subnet -> reads.arn("ec2", "subnet/" + subnet))
                        .toList(),
                listed.securityGroupIds().stream()
                        .sorted()
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList());
    }
}
