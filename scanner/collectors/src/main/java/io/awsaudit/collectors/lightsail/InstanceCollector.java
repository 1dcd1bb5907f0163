package io.awsaudit.collectors.lightsail;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.ec2.IpRange;
import io.awsaudit.inventory.lightsail.Instance;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.GetInstancesResponse;
import software.amazon.awssdk.services.lightsail.model.HttpEndpoint;
import software.amazon.awssdk.services.lightsail.model.InstanceMetadataOptions;
import software.amazon.awssdk.services.lightsail.model.InstancePortInfo;

/** Reads the instances that Lightsail has in a region, with what their firewalls let through. */
final class InstanceCollector implements Collector<Instance> {
    private static final Operation LIST = Operation.of("lightsail:GetInstances");
    private static final String AUTO_SNAPSHOT = "AutoSnapshot";
    private static final String ENABLED = "Enabled";

    @Override
    public Set<Class<? extends Instance>> yields() {
        return Set.of(Instance.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<Instance> collect(Reads reads) {
        LightsailClient client = reads.client(Lightsail.CLIENT);
        return reads.pages(
                        LIST,
                        () -> TokenPages.of(
                                token -> client.getInstances(request -> request.pageToken(token)),
                                GetInstancesResponse::instances,
                                GetInstancesResponse::nextPageToken))
                .map(listed -> read(listed, reads));
    }

    private static Instance read(software.amazon.awssdk.services.lightsail.model.Instance listed, Reads reads) {
        return new Instance(
                Lightsail.identity(listed.arn(), listed.name(), listed.tags(), reads),
                Answers.sent(Answers.sent(listed.state(), "state").name(), "state.name"),
                listed.addOns().stream()
                        .anyMatch(addOn -> AUTO_SNAPSHOT.equals(addOn.name()) && ENABLED.equals(addOn.status())),
                Optional.ofNullable(listed.metadataOptions())
                        .filter(options -> options.httpEndpoint() != HttpEndpoint.DISABLED)
                        .map(InstanceMetadataOptions::httpTokensAsString),
                Answers.sent(listed.networking(), "networking").ports().stream()
                        .map(InstanceCollector::ports)
                        .toList());
    }

    /** What only the browser of Lightsail's console may use has an alias for its ranges, and none of its own. */
    private static Instance.Ports ports(InstancePortInfo sent) {
        return new Instance.Ports(
                Answers.sent(sent.fromPort(), "fromPort"),
                Answers.sent(sent.toPort(), "toPort"),
                Answers.sent(sent.protocolAsString(), "protocol"),
                Stream.concat(sent.cidrs().stream(), sent.ipv6Cidrs().stream())
                        .map(InstanceCollector::range)
                        .toList());
    }

    /** A range, or a single address. */
    private static IpRange range(String text) {
        return new IpRange(text.indexOf('/') >= 0 ? text : text + (text.indexOf(':') < 0 ? "/32" : "/128"));
    }
}
