package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.EbsBlockDevice;
import io.awsaudit.inventory.ec2.SpotFleet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ec2.model.BlockDeviceMapping;
import software.amazon.awssdk.services.ec2.model.SpotFleetLaunchSpecification;
import software.amazon.awssdk.services.ec2.model.SpotFleetRequestConfig;

/** Reads the requests for spot fleets, those that were cancelled lately too. */
final class SpotFleetCollector implements Collector<SpotFleet> {
    private static final Operation DESCRIBE = Operation.of("ec2:DescribeSpotFleetRequests");

    @Override
    public Set<Class<? extends SpotFleet>> yields() {
        return Set.of(SpotFleet.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<SpotFleet> collect(Reads reads) {
        return reads.pages(
                        DESCRIBE,
                        () -> reads.client(Ec2.CLIENT)
                                .describeSpotFleetRequestsPaginator()
                                .spotFleetRequestConfigs())
                .map(fleet -> read(fleet, reads));
    }

    private static SpotFleet read(SpotFleetRequestConfig fleet, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(fleet.tags());
        List<SpotFleetLaunchSpecification> specifications = fleet.spotFleetRequestConfig() == null
                ? List.of()
                : fleet.spotFleetRequestConfig().launchSpecifications();
        return new SpotFleet(
                Identity.tagged(
                        reads.arn("ec2", "spot-fleet-request/" + fleet.spotFleetRequestId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, fleet.spotFleetRequestId()),
                        tags),
                new SpotFleet.State(String.valueOf(fleet.spotFleetRequestStateAsString())),
                specifications.size(),
                specifications.stream()
                        .flatMap(specification -> specification.blockDeviceMappings().stream())
                        .filter(mapping -> mapping.ebs() != null)
                        .map(SpotFleetCollector::volume)
                        .toList());
    }

    private static EbsBlockDevice volume(BlockDeviceMapping mapping) {
        return new EbsBlockDevice(
                mapping.deviceName() == null ? "" : mapping.deviceName(),
                Optional.ofNullable(mapping.ebs().encrypted()),
                Optional.ofNullable(mapping.ebs().snapshotId()));
    }
}
