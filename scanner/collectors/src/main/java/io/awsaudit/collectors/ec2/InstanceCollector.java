package io.awsaudit.collectors.ec2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.ec2.Image;
import io.awsaudit.inventory.ec2.Instance;
import io.awsaudit.inventory.ec2.InstanceType;
import io.awsaudit.inventory.ec2.MetadataOptions;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpEndpoint;
import io.awsaudit.inventory.ec2.MetadataOptions.HttpTokens;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.AttributeValue;
import software.amazon.awssdk.services.ec2.model.GroupIdentifier;
import software.amazon.awssdk.services.ec2.model.InstanceAttributeName;
import software.amazon.awssdk.services.ec2.model.InstanceMetadataOptionsResponse;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterface;
import software.amazon.awssdk.services.ec2.model.InstanceNetworkInterfaceAssociation;

/** Reads the instances of a region. Those that are terminated stay in the listing for an hour and are left out. */
final class InstanceCollector implements Collector<Instance> {
    private static final Operation DESCRIBE_INSTANCES =
            Operation.of("ec2:DescribeInstances").pages(1000);

    private static final Detail USER_DATA =
            Detail.of(Instance.class, "userDataSecrets", "ec2:DescribeInstanceAttribute");

    /** The end of a reason such as {@code User initiated (2025-11-03 12:00:00 GMT)}. */
    private static final Pattern TRANSITION_TIME =
            Pattern.compile("\\((\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) (GMT|UTC)\\)");

    private static final DateTimeFormatter TRANSITION_FORMAT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    @Override
    public Set<Class<? extends Instance>> yields() {
        return Set.of(Instance.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_INSTANCES);
    }

    @Override
    public List<Detail> details() {
        return List.of(USER_DATA);
    }

    @Override
    public Stream<Instance> collect(Reads reads) {
        return reads.each(
                Instance.class,
                reads.pages(
                                DESCRIBE_INSTANCES,
                                () -> reads.client(Ec2.CLIENT)
                                        .describeInstancesPaginator(request -> request.maxResults(1000))
                                        .reservations())
                        .flatMap(reservation -> reservation.instances().stream())
                        .filter(instance -> exists(stateOf(instance))),
                instance -> reads.arn("ec2", "instance/" + instance.instanceId()),
                instance -> read(instance, reads));
    }

    private static boolean exists(Instance.State state) {
        return !state.equals(Instance.State.TERMINATED) && !state.equals(Instance.State.SHUTTING_DOWN);
    }

    private static Instance read(software.amazon.awssdk.services.ec2.model.Instance listed, Reads reads) {
        Map<String, String> tags = Ec2Tags.map(listed.tags());
        List<InstanceNetworkInterface> interfaces = listed.networkInterfaces();
        return new Instance(
                Identity.tagged(
                        reads.arn("ec2", "instance/" + listed.instanceId()),
                        reads.account(),
                        reads.region(),
                        Ec2Tags.nameOf(tags, listed.instanceId()),
                        tags),
                new InstanceType(listed.instanceTypeAsString()),
                stateOf(listed),
                stoppedAt(listed),
                Optional.ofNullable(listed.launchTime()),
                Optional.ofNullable(listed.architectureAsString()),
                Optional.ofNullable(listed.hypervisorAsString()),
                Optional.ofNullable(listed.virtualizationTypeAsString()),
                Optional.ofNullable(listed.platformDetails()),
                listed.instanceLifecycleAsString() == null
                        ? Instance.Lifecycle.ON_DEMAND
                        : new Instance.Lifecycle(listed.instanceLifecycleAsString()),
                Optional.ofNullable(listed.imageId())
                        .map(image -> Image.arnOf(reads.partition(), reads.region(), image)),
                Optional.ofNullable(listed.vpcId()).map(vpc -> reads.arn("ec2", "vpc/" + vpc)),
                Optional.ofNullable(listed.subnetId()).map(subnet -> reads.arn("ec2", "subnet/" + subnet)),
                Optional.ofNullable(listed.privateIpAddress()),
                publicIps(listed),
                interfaces.stream()
                        .flatMap(card -> card.ipv6Addresses().stream())
                        .map(address -> address.ipv6Address())
                        .distinct()
                        .toList(),
                interfaces.stream()
                        .map(card -> reads.arn("ec2", "network-interface/" + card.networkInterfaceId()))
                        .toList(),
                Stream.concat(
                                listed.securityGroups().stream(),
                                interfaces.stream().flatMap(card -> card.groups().stream()))
                        .map(GroupIdentifier::groupId)
                        .distinct()
                        .map(group -> reads.arn("ec2", "security-group/" + group))
                        .toList(),
                Optional.ofNullable(listed.iamInstanceProfile()).map(profile -> new Arn(profile.arn())),
                metadataOptions(listed.metadataOptions()),
                listed.monitoring() == null
                        ? Instance.Monitoring.DISABLED
                        : new Instance.Monitoring(listed.monitoring().stateAsString()),
                Boolean.TRUE.equals(listed.ebsOptimized()),
                Optional.ofNullable(listed.rootDeviceTypeAsString()),
                listed.blockDeviceMappings().stream()
                        .filter(device -> device.ebs() != null && device.ebs().volumeId() != null)
                        .map(device -> reads.arn("ec2", "volume/" + device.ebs().volumeId()))
                        .toList(),
                reads.observe(
                        USER_DATA,
                        reads.arn("ec2", "instance/" + listed.instanceId()),
                        () -> userDataSecretsOf(listed.instanceId(), reads)),
                Ec2Tags.operator(listed.operator()));
    }

    /** An instance without user data has the element for it, with nothing in it. */
    private static List<Secret> userDataSecretsOf(String instance, Reads reads) {
        AttributeValue data = Answers.sent(
                reads.client(Ec2.CLIENT)
                        .describeInstanceAttribute(
                                request -> request.instanceId(instance).attribute(InstanceAttributeName.USER_DATA))
                        .userData(),
                "userData");
        return data.value() == null ? List.of() : Secrets.inUserData(data.value());
    }

    private static Instance.State stateOf(software.amazon.awssdk.services.ec2.model.Instance listed) {
        return new Instance.State(listed.state().nameAsString());
    }

    /** EC2 gives the time only within a text for people, and not for all reasons. */
    private static Observed<Optional<Instant>> stoppedAt(software.amazon.awssdk.services.ec2.model.Instance listed) {
        if (!stateOf(listed).equals(Instance.State.STOPPED)) {
            return Observed.known(Optional.empty());
        }
        String reason = listed.stateTransitionReason() == null ? "" : listed.stateTransitionReason();
        Matcher time = TRANSITION_TIME.matcher(reason);
        return time.find()
                ? Observed.known(Optional.of(
                        LocalDateTime.parse(time.group(1), TRANSITION_FORMAT).toInstant(ZoneOffset.UTC)))
                : Observed.unknown(new Gap(
                        Gap.Cause.MALFORMED,
                        DESCRIBE_INSTANCES.id(),
                        Optional.empty(),
                        "no time in StateTransitionReason '" + reason + "'"));
    }

    private static List<String> publicIps(software.amazon.awssdk.services.ec2.model.Instance listed) {
        return Stream.concat(
                        Stream.of(Objects.requireNonNullElse(listed.publicIpAddress(), "")),
                        listed.networkInterfaces().stream()
                                .flatMap(card -> Stream.concat(
                                        Stream.of(publicIp(card.association())),
                                        card.privateIpAddresses().stream()
                                                .map(address -> publicIp(address.association())))))
                .filter(ip -> !ip.isEmpty())
                .distinct()
                .toList();
    }

    private static String publicIp(@Nullable InstanceNetworkInterfaceAssociation association) {
        return association == null || association.publicIp() == null ? "" : association.publicIp();
    }

    /** What EC2 leaves unsaid is what holds where nothing was ever chosen: the service answers, with and without tokens. */
    private static MetadataOptions metadataOptions(@Nullable InstanceMetadataOptionsResponse options) {
        return new MetadataOptions(
                options == null || options.httpTokensAsString() == null
                        ? HttpTokens.OPTIONAL
                        : new HttpTokens(options.httpTokensAsString()),
                options == null || options.httpEndpointAsString() == null
                        ? HttpEndpoint.ENABLED
                        : new HttpEndpoint(options.httpEndpointAsString()),
                options == null || options.httpPutResponseHopLimit() == null ? 1 : options.httpPutResponseHopLimit());
    }
}
