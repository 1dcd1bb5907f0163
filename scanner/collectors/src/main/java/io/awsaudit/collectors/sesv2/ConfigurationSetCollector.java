package io.awsaudit.collectors.sesv2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.sesv2.ConfigurationSet;
import io.awsaudit.inventory.sesv2.ConfigurationSet.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.DeliveryOptions;
import software.amazon.awssdk.services.sesv2.model.GetConfigurationSetResponse;
import software.amazon.awssdk.services.sesv2.model.ReputationOptions;

/** Reads configuration sets, of which the listing gives names alone. */
final class ConfigurationSetCollector implements Collector<ConfigurationSet> {
    private static final Operation LIST =
            Operation.of("ses:ListConfigurationSets").pages(Ses.PAGE);
    private static final Operation GET = Operation.of("ses:GetConfigurationSet");
    private static final Detail SETTINGS = Detail.of(ConfigurationSet.class, "settings", GET.id());
    private static final Detail TAGS = Detail.of(ConfigurationSet.class, "tags", GET.id());

    @Override
    public Set<Class<? extends ConfigurationSet>> yields() {
        return Set.of(ConfigurationSet.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<ConfigurationSet> collect(Reads reads) {
        SesV2Client ses = reads.client(Ses.CLIENT);
        return reads.each(
                ConfigurationSet.class,
                reads.pages(
                        LIST,
                        () -> ses.listConfigurationSetsPaginator(request -> request.pageSize(Ses.PAGE)).stream()
                                .flatMap(page -> page.configurationSets().stream())::iterator),
                name -> arnOf(name, reads),
                name -> read(name, ses, reads));
    }

    private static Arn arnOf(String name, Reads reads) {
        return reads.arn("ses", "configuration-set/" + name);
    }

    private static ConfigurationSet read(String name, SesV2Client ses, Reads reads) {
        Arn arn = arnOf(name, reads);
        // One answer holds both.
        Supplier<GetConfigurationSetResponse> set = new Once<>(
                () -> reads.list(GET, () -> ses.getConfigurationSet(request -> request.configurationSetName(name))));
        return new ConfigurationSet(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        name,
                        reads.observe(TAGS, arn, () -> Ses.map(set.get().tags()))),
                reads.observe(SETTINGS, arn, () -> settings(set.get())));
    }

    private static Settings settings(GetConfigurationSetResponse sent) {
        return new Settings(
                Optional.ofNullable(sent.deliveryOptions()).map(DeliveryOptions::tlsPolicyAsString),
                Optional.ofNullable(sent.reputationOptions())
                        .map(ReputationOptions::reputationMetricsEnabled)
                        .orElse(false));
    }
}
