package io.awsaudit.inventory.storagegateway;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A gateway that makes storage in AWS look like a disk, a share or a tape library, read by {@code storagegateway:ListGateways};
 * what it is set to, by {@code storagegateway:DescribeGatewayInformation}, which answers only while it is connected.
 *
 * <p>CloudFormation has no such type; the name follows that of its other ones.
 *
 * @param gatewayType such as {@code FILE_S3}
 * @see <a
 *     href="https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_DescribeGatewayInformation.html">DescribeGatewayInformation</a>
 */
@CloudFormationType("AWS::StorageGateway::Gateway")
public record Gateway(Identity identity, String gatewayType, Observed<Information> information) implements Resource {
    /**
     * What a gateway is set to.
     *
     * @param logGroup where it says what goes wrong; empty where nowhere
     * @param deprecationDate after which there is nothing new for its software; empty where none is announced
     * @param softwareUpdatesEndDate after which there are no updates for it at all; empty where none is announced
     */
    public record Information(
            Optional<Arn> logGroup, Optional<LocalDate> deprecationDate, Optional<LocalDate> softwareUpdatesEndDate) {}

    /** {@return whether it is known that nothing is logged of what goes wrong} */
    public boolean logsNothing() {
        return information.knownTo(known -> known.logGroup().isEmpty());
    }

    /** {@return whether it is known that there is nothing new for its software any more} */
    public boolean isOutdated(Instant asOf) {
        LocalDate today = asOf.atZone(ZoneOffset.UTC).toLocalDate();
        return information.knownTo(known -> Stream.of(known.deprecationDate(), known.softwareUpdatesEndDate())
                .flatMap(Optional::stream)
                .anyMatch(end -> end.isBefore(today)));
    }
}
