package io.awsaudit.collectors.route53;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Batches;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.route53.HostedZone;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.QueryLoggingConfig;
import software.amazon.awssdk.services.route53.model.Tag;
import software.amazon.awssdk.services.route53.model.TagResourceType;

/** Reads every hosted zone. */
final class HostedZoneCollector implements Collector<HostedZone> {
    private static final AwsService<Route53Client> ROUTE53 = AwsService.of("route53", Route53Client::builder);
    private static final Operation LIST_HOSTED_ZONES = Operation.of("route53:ListHostedZones");
    private static final Detail QUERY_LOGGING = Detail.of(
                    HostedZone.class, "queryLogging", "route53:ListQueryLoggingConfigs")
            .forAll();
    private static final Detail TAGS =
            Detail.of(HostedZone.class, "tags", "route53:ListTagsForResources").batches(10);

    private static final String PREFIX = "/hostedzone/";

    /** As many as ListTagsForResources takes at a time. */
    private static final int TAGGED = 10;

    @Override
    public Set<Class<? extends HostedZone>> yields() {
        return Set.of(HostedZone.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_HOSTED_ZONES);
    }

    @Override
    public List<Detail> details() {
        return List.of(QUERY_LOGGING, TAGS);
    }

    @Override
    public Stream<HostedZone> collect(Reads reads) {
        Route53Client route53 = reads.client(ROUTE53);
        var listed = reads.pages(
                LIST_HOSTED_ZONES, () -> route53.listHostedZonesPaginator().hostedZones());
        Supplier<Map<String, Arn>> logging = new Once<>(() -> queryLogging(route53));
        return reads.each(
                HostedZone.class,
                Batches.of(
                        listed,
                        TAGGED,
                        part -> tagsOf(part.stream().map(zone -> idOf(zone)).toList(), route53)),
                item -> arnOf(item.value(), reads),
                item -> read(item, logging, route53, reads));
    }

    private static String idOf(software.amazon.awssdk.services.route53.model.HostedZone zone) {
        return zone.id().startsWith(PREFIX) ? zone.id().substring(PREFIX.length()) : zone.id();
    }

    private static Arn arnOf(software.amazon.awssdk.services.route53.model.HostedZone zone, Reads reads) {
        return new Arn("arn:" + reads.partition() + ":route53:::hostedzone/" + idOf(zone));
    }

    private static HostedZone read(
            Batches.Item<software.amazon.awssdk.services.route53.model.HostedZone, Map<String, Map<String, String>>>
                    item,
            Supplier<Map<String, Arn>> logging,
            Route53Client route53,
            Reads reads) {
        var listed = item.value();
        String id = idOf(listed);
        Arn arn = arnOf(listed, reads);
        // Left out of zones that were made without it, which are public.
        boolean privateZone =
                listed.config() != null && Boolean.TRUE.equals(listed.config().privateZone());
        return new HostedZone(
                new Identity(
                        arn,
                        reads.account(),
                        Identity.GLOBAL,
                        listed.name().endsWith(".")
                                ? listed.name().substring(0, listed.name().length() - 1)
                                : listed.name(),
                        reads.observe(TAGS, arn, () -> tagsOf(id, item, route53))),
                privateZone,
                privateZone
                        ? Observed.known(Optional.empty())
                        : reads.observe(
                                QUERY_LOGGING,
                                arn,
                                () -> Optional.ofNullable(logging.get().get(id))),
                listed.resourceRecordSetCount() == null
                        ? OptionalLong.empty()
                        : OptionalLong.of(listed.resourceRecordSetCount()));
    }

    /** {@return the log groups of all zones that have one, by the zone's id} */
    private static Map<String, Arn> queryLogging(Route53Client route53) {
        return route53.listQueryLoggingConfigsPaginator(request -> {}).queryLoggingConfigs().stream()
                .collect(Collectors.toMap(
                        QueryLoggingConfig::hostedZoneId,
                        config -> logGroup(config.cloudWatchLogsLogGroupArn()),
                        (one, other) -> one));
    }

    private static Arn logGroup(String arn) {
        return new Arn(arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn);
    }

    /** The tags of a zone: alone, where one of its neighbours is gone and so there is no answer for any of them. */
    private static @Nullable Map<String, String> tagsOf(
            String id,
            Batches.Item<software.amazon.awssdk.services.route53.model.HostedZone, Map<String, Map<String, String>>>
                    item,
            Route53Client route53) {
        Map<String, Map<String, String>> shared = Answers.orIfAbsent(item.answer(), Map.of(), "NoSuchHostedZone");
        return shared.containsKey(id)
                ? shared.get(id)
                : tagsOf(List.of(id), route53).get(id);
    }

    private static Map<String, Map<String, String>> tagsOf(List<String> ids, Route53Client route53) {
        return route53
                .listTagsForResources(request ->
                        request.resourceType(TagResourceType.HOSTEDZONE).resourceIds(ids))
                .resourceTagSets()
                .stream()
                .collect(Collectors.toMap(
                        set -> set.resourceId(),
                        set -> set.tags().stream()
                                .collect(Collectors.toMap(
                                        Tag::key, tag -> tag.value() == null ? "" : tag.value(), (one, other) -> one)),
                        (one, other) -> one));
    }
}
