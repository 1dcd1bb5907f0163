package io.awsaudit.collectors.appstream;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.appstream.Fleet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.appstream.AppStreamClient;
import software.amazon.awssdk.services.appstream.model.DescribeFleetsResponse;

/** Reads the fleets of a region. */
final class FleetCollector implements Collector<Fleet> {
    private static final Operation DESCRIBE = Operation.of("appstream:DescribeFleets");
    private static final Detail TAGS = Detail.of(Fleet.class, "tags", "appstream:ListTagsForResource");

    @Override
    public Set<Class<? extends Fleet>> yields() {
        return Set.of(Fleet.class);
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
    public Stream<Fleet> collect(Reads reads) {
        AppStreamClient client = reads.client(AppStream.CLIENT);
        return reads.each(
                Fleet.class,
                reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> client.describeFleets(request -> request.nextToken(token)),
                                DescribeFleetsResponse::fleets,
                                DescribeFleetsResponse::nextToken)),
                fleet -> new Arn(fleet.arn()),
                fleet -> read(fleet, client, reads));
    }

    private static Fleet read(
            software.amazon.awssdk.services.appstream.model.Fleet listed, AppStreamClient client, Reads reads) {
        Arn arn = new Arn(listed.arn());
        return new Fleet(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        Answers.sent(listed.name(), "Name"),
                        reads.observe(TAGS, arn, () -> AppStream.tagsOf(arn, client))),
                Optional.ofNullable(listed.fleetTypeAsString()).map(Fleet.FleetType::new),
                listed.vpcConfig() == null
                        ? List.of()
                        : listed.vpcConfig().subnetIds().stream()
                                .map(id -> reads.arn("ec2", "subnet/" + id))
                                .toList(),
                listed.vpcConfig() == null
                        ? List.of()
                        : listed.vpcConfig().securityGroupIds().stream()
                                .map(id -> reads.arn("ec2", "security-group/" + id))
                                .toList(),
                Boolean.TRUE.equals(listed.enableDefaultInternetAccess()),
                Answers.sent(listed.maxUserDurationInSeconds(), "MaxUserDurationInSeconds"),
                Answers.sent(listed.disconnectTimeoutInSeconds(), "DisconnectTimeoutInSeconds"),
                // Left out where it was never set, and then users are not disconnected.
                listed.idleDisconnectTimeoutInSeconds() == null ? 0 : listed.idleDisconnectTimeoutInSeconds(),
                Optional.ofNullable(listed.platformAsString()),
                Optional.ofNullable(listed.iamRoleArn()).map(Arn::new),
                listed.fleetErrors().stream()
                        .map(error -> String.valueOf(error.errorCodeAsString()))
                        .toList());
    }
}
