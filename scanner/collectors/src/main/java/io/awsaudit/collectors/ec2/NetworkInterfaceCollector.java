package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.NetworkInterface;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;

/** Reads the network interfaces that the account owns. */
final class NetworkInterfaceCollector implements Collector<NetworkInterface> {
    private static final Operation DESCRIBE =
            Operation.of("ec2:DescribeNetworkInterfaces").pages(1000);

    @Override
    public Set<Class<? extends NetworkInterface>> yields() {
        return Set.of(NetworkInterface.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<NetworkInterface> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeNetworkInterfacesPaginator(request -> request.maxResults(1000))
                                .networkInterfaces())
                .filter(card -> Network.owns(reads, card.ownerId()))
                .map(card -> read(card, reads));
    }

    private static NetworkInterface read(software.amazon.awssdk.services.ec2.model.NetworkInterface card, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(card.tagSet());
        return new NetworkInterface(
                Identity.tagged(
                        reads.arn("ec2", "network-interface/" + card.networkInterfaceId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, card.networkInterfaceId()),
                        tags),
                new NetworkInterface.Type(
                        card.interfaceTypeAsString() == null ? "interface" : card.interfaceTypeAsString()),
                Boolean.TRUE.equals(card.requesterManaged()),
                Answers.sent(card.sourceDestCheck(), "sourceDestCheck"),
                Optional.ofNullable(card.vpcId()).map(vpc -> Network.vpc(reads, vpc)),
                Optional.ofNullable(card.subnetId()).map(subnet -> Network.subnet(reads, subnet)),
                Optional.ofNullable(card.attachment())
                        .map(attachment -> attachment.instanceId())
                        .map(instance -> reads.arn("ec2", "instance/" + instance)),
                card.groups().stream()
                        .map(GroupIdentifier::groupId)
                        .filter(Objects::nonNull)
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList(),
                Ec2Tags.operator(card.operator()),
                new NetworkInterface.Status(Answers.sent(card.statusAsString(), "status")));
    }
}
