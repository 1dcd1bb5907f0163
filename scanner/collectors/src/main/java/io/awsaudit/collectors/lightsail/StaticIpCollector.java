package io.awsaudit.collectors.lightsail;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.lightsail.StaticIp;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.lightsail.LightsailClient;
import software.amazon.awssdk.services.lightsail.model.GetStaticIpsResponse;

/** Reads the static addresses that Lightsail has in a region. */
final class StaticIpCollector implements Collector<StaticIp> {
    private static final Operation LIST = Operation.of("lightsail:GetStaticIps");

    @Override
    public Set<Class<? extends StaticIp>> yields() {
        return Set.of(StaticIp.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<StaticIp> collect(Reads reads) {
        LightsailClient client = reads.client(Lightsail.CLIENT);
        return reads.pages(
                        LIST,
                        () -> TokenPages.of(
                                token -> client.getStaticIps(request -> request.pageToken(token)),
                                GetStaticIpsResponse::staticIps,
                                GetStaticIpsResponse::nextPageToken))
                .map(listed -> read(listed, reads));
    }

    private static StaticIp read(software.amazon.awssdk.services.lightsail.model.StaticIp listed, Reads reads) {
        return new StaticIp(
                Identity.untagged(
                        new Arn(Answers.sent(listed.arn(), "arn")),
                        reads.account(),
                        reads.region(),
                        Answers.sent(listed.name(), "name")),
                Answers.sent(listed.isAttached(), "isAttached"));
    }
}
