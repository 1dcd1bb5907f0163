package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.iam.VirtualMfaDevice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.User;
import software.amazon.awssdk.services.iam.model.VirtualMFADevice;

/** Reads every virtual MFA device, in use or spare; the secrets that some answers carry are left behind. */
final class VirtualMfaDeviceCollector implements Collector<VirtualMfaDevice> {
    private static final Operation LIST_VIRTUAL_MFA_DEVICES =
            Operation.of("iam:ListVirtualMFADevices").pages(Iam.PAGE);
    private static final Detail TAGS = Detail.of(VirtualMfaDevice.class, "tags", "iam:ListMFADeviceTags");

    @Override
    public Set<Class<? extends VirtualMfaDevice>> yields() {
        return Set.of(VirtualMfaDevice.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_VIRTUAL_MFA_DEVICES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<VirtualMfaDevice> collect(Reads reads) {
        Stream<VirtualMFADevice> devices = reads.pages(
                LIST_VIRTUAL_MFA_DEVICES,
                () -> reads.client(Iam.IAM)
                        .listVirtualMFADevicesPaginator(request -> request.maxItems(Iam.PAGE))
                        .virtualMFADevices());
        return reads.each(
                VirtualMfaDevice.class,
                devices,
                device -> new Arn(device.serialNumber()),
                device -> read(device, reads));
    }

    private static VirtualMfaDevice read(VirtualMFADevice device, Reads reads) {
        Arn arn = new Arn(device.serialNumber());
        return new VirtualMfaDevice(
                new Identity(
                        arn,
                        reads.account(),
                        Identity.GLOBAL,
                        arn.lastSegment(),
                        reads.observe(
                                TAGS,
                                arn,
                                () -> Iam.tags(reads
                                        .client(Iam.IAM)
                                        .listMFADeviceTagsPaginator(
                                                request -> request.serialNumber(device.serialNumber())
                                                        .maxItems(Iam.PAGE))
                                        .tags()
                                        .stream()
                                        .toList()))),
                Optional.ofNullable(device.user()).map(User::arn).map(Arn::new),
                Optional.ofNullable(device.enableDate()));
    }
}
