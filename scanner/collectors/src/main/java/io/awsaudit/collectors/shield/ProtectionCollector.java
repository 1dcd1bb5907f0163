package io.awsaudit.collectors.shield;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.shield.Protection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.shield.ShieldClient;
import software.amazon.awssdk.services.shield.model.ApplicationLayerAutomaticResponseConfiguration;
import software.amazon.awssdk.services.shield.model.ApplicationLayerAutomaticResponseStatus;
import software.amazon.awssdk.services.shield.model.ListProtectionsResponse;
import software.amazon.awssdk.services.shield.model.Tag;

/** Reads what Shield Advanced protects; without a subscription there is nothing. */
final class ProtectionCollector implements Collector<Protection> {
    /** The most that it takes. */
    private static final int PAGE = 10_000;

    private static final Operation LIST = Operation.of("shield:ListProtections").pages(PAGE);
    private static final Detail TAGS = Detail.of(Protection.class, "tags", "shield:ListTagsForResource");

    @Override
    public Set<Class<? extends Protection>> yields() {
        return Set.of(Protection.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Protection> collect(Reads reads) {
        ShieldClient shield = reads.client(Shield.CLIENT);
        Stream<software.amazon.awssdk.services.shield.model.Protection> listed = reads.pages(
                LIST,
                () -> TokenPages.of(
                        token -> Answers.orIfAbsent(
                                () -> shield.listProtections(
                                        request -> request.maxResults(PAGE).nextToken(token)),
                                ListProtectionsResponse.builder().build(),
                                Shield.NOT_SUBSCRIBED),
                        ListProtectionsResponse::protections,
                        ListProtectionsResponse::nextToken));
        return reads.each(
                Protection.class,
                listed,
                protection -> arnOf(protection, reads),
                protection -> read(protection, shield, reads));
    }

    private static Arn arnOf(software.amazon.awssdk.services.shield.model.Protection protection, Reads reads) {
        return protection.protectionArn() == null
                ? reads.globalArn("shield", "protection/" + protection.id())
                : new Arn(protection.protectionArn());
    }

    private static Protection read(
            software.amazon.awssdk.services.shield.model.Protection protection, ShieldClient shield, Reads reads) {
        Arn arn = arnOf(protection, reads);
        return new Protection(
                new Identity(
                        arn,
                        reads.account(),
                        Identity.GLOBAL,
                        protection.name() == null ? protection.id() : protection.name(),
                        reads.observe(TAGS, arn, () -> tagsOf(arn, shield))),
                new Arn(Answers.sent(protection.resourceArn(), "ResourceArn")),
                protection.healthCheckIds(),
                Optional.ofNullable(protection.applicationLayerAutomaticResponseConfiguration())
                        .map(ApplicationLayerAutomaticResponseConfiguration::status)
                        .equals(Optional.of(ApplicationLayerAutomaticResponseStatus.ENABLED)));
    }

    private static Map<String, String> tagsOf(Arn arn, ShieldClient shield) {
        return shield.listTagsForResource(request -> request.resourceARN(arn.value())).tags().stream()
                .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
    }
}
