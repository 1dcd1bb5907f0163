package io.awsaudit.collectors.transfer;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.transfer.Server;
import io.awsaudit.inventory.transfer.ServerDescription;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.transfer.model.DescribedServer;
import software.amazon.awssdk.services.transfer.model.DirectoryListingOptimization;
import software.amazon.awssdk.services.transfer.model.EndpointDetails;
import software.amazon.awssdk.services.transfer.model.ListedServer;

/** Reads the servers of a region, and of each its settings, with its tags in the same answer. */
final class ServerCollector implements Collector<Server> {
    private static final Detail DESCRIPTION = Detail.of(Server.class, "description", "transfer:DescribeServer");
    private static final Detail TAGS = Detail.of(Server.class, "tags", "transfer:DescribeServer");

    private static final String DEFAULT_DOMAIN = "S3";
    private static final String DEFAULT_PROTOCOL = "SFTP";

    @Override
    public Set<Class<? extends Server>> yields() {
        return Set.of(Server.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Transfer.LIST_SERVERS);
    }

    @Override
    public List<Detail> details() {
        return List.of(DESCRIPTION, TAGS);
    }

    @Override
    public Stream<Server> collect(Reads reads) {
        return reads.each(
                Server.class, Transfer.servers(reads), server -> new Arn(server.arn()), server -> read(server, reads));
    }

    private static Server read(ListedServer listed, Reads reads) {
        Arn arn = new Arn(listed.arn());
        // One answer holds both.
        Observed<DescribedServer> described = reads.answer(
                reads.wants(DESCRIPTION) ? DESCRIPTION : TAGS,
                arn,
                () -> reads.client(Transfer.CLIENT)
                        .describeServer(request -> request.serverId(listed.serverId()))
                        .server());
        return new Server(
                Transfer.identity(
                        arn, listed.serverId(), described.map(server -> Transfer.map(server.tags().stream())), reads),
                Transfer.orEmpty(listed.stateAsString()),
                Answers.sent(listed.endpointTypeAsString(), "EndpointType"),
                listed.domainAsString() == null ? DEFAULT_DOMAIN : listed.domainAsString(),
                Transfer.orEmpty(listed.identityProviderTypeAsString()),
                Transfer.arn(listed.loggingRole()),
                Optional.ofNullable(listed.userCount()),
                described.map(server -> description(server, reads)));
    }

    private static ServerDescription description(DescribedServer server, Reads reads) {
        return new ServerDescription(
                server.protocolsAsStrings().isEmpty() ? List.of(DEFAULT_PROTOCOL) : server.protocolsAsStrings(),
                Optional.ofNullable(server.securityPolicyName()).filter(name -> !name.isBlank()),
                server.structuredLogDestinations().stream().map(Arn::new).toList(),
                Optional.ofNullable(server.endpointDetails()).map(EndpointDetails::subnetIds).stream()
                        .flatMap(List::stream)
                        .map(id -> reads.arn("ec2", "subnet/" + id))
                        .toList(),
                server.s3StorageOptions() != null
                        && server.s3StorageOptions().directoryListingOptimization()
                                == DirectoryListingOptimization.ENABLED);
    }
}
