package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ec2.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the elastic IP addresses of a region. The operation has no pages. */
final class AddressCollector implements Collector<Address> {
    private static final Operation DESCRIBE_ADDRESSES = Operation.of("ec2:DescribeAddresses");

    @Override
    public Set<Class<? extends Address>> yields() {
        return Set.of(Address.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_ADDRESSES);
    }

    @Override
    public Stream<Address> collect(Reads reads) {
        return reads.list(DESCRIBE_ADDRESSES, () -> reads.client(Ec2.CLIENT).describeAddresses()).addresses().stream()
                .map(address -> read(address, reads));
    }

    private static Address read(software.amazon.awssdk.services.ec2.model.Address listed, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(listed.tags());
        return new Address(
                Identity.tagged(
                        reads.arn(
                                "ec2",
                                "elastic-ip/" + present(listed.allocationId()).orElse(listed.publicIp())),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, listed.publicIp()),
                        tags),
                listed.publicIp(),
                present(listed.associationId()),
                present(listed.instanceId()).map(instance -> reads.arn("ec2", "instance/" + instance)),
                present(listed.networkInterfaceId()).map(card -> reads.arn("ec2", "network-interface/" + card)),
                present(listed.serviceManagedAsString()));
    }

    /** What is absent may come as an empty text: moto's server says so of an address that nothing has. */
    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).filter(value -> !value.isBlank());
    }
}
