package io.awsaudit.collectors.ram;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.ram.ResourceShare;
import io.awsaudit.inventory.ram.ResourceShare.Association;
import io.awsaudit.inventory.ram.ResourceShare.FeatureSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ram.RamClient;
import software.amazon.awssdk.services.ram.model.ResourceOwner;
import software.amazon.awssdk.services.ram.model.ResourceShareAssociation;
import software.amazon.awssdk.services.ram.model.ResourceShareAssociationType;
import software.amazon.awssdk.services.ram.model.ResourceShareStatus;
import software.amazon.awssdk.services.ram.model.Tag;

/** Reads what the account shares in a region; what other accounts share with it is theirs. */
final class ResourceShareCollector implements Collector<ResourceShare> {
    private static final AwsService<RamClient> RAM = AwsService.of("ram", RamClient::builder);
    private static final int PAGE = 500;
    private static final Operation LIST = Operation.of("ram:GetResourceShares").pages(PAGE);
    private static final Detail PRINCIPALS = Detail.of(
                    ResourceShare.class, "principals", "ram:GetResourceShareAssociations")
            .forAll();
    private static final Detail RESOURCES = Detail.of(
                    ResourceShare.class, "resources", "ram:GetResourceShareAssociations")
            .forAll()
            .separately();

    @Override
    public Set<Class<? extends ResourceShare>> yields() {
        return Set.of(ResourceShare.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(PRINCIPALS, RESOURCES);
    }

    @Override
    public Stream<ResourceShare> collect(Reads reads) {
        RamClient ram = reads.client(RAM);
        Once<Map<String, List<Association>>> principals =
                new Once<>(() -> associations(ResourceShareAssociationType.PRINCIPAL, ram));
        Once<Map<String, List<Association>>> resources =
                new Once<>(() -> associations(ResourceShareAssociationType.RESOURCE, ram));
        Stream<software.amazon.awssdk.services.ram.model.ResourceShare> listed = reads.pages(
                        LIST,
                        () -> ram
                                .getResourceSharesPaginator(request -> request.resourceOwner(ResourceOwner.SELF)
                                        .resourceShareStatus(ResourceShareStatus.ACTIVE)
                                        .maxResults(PAGE))
                                .stream()
                                .flatMap(page -> page.resourceShares().stream())::iterator)
                .filter(share -> share.status() == ResourceShareStatus.ACTIVE);
        return reads.each(
                ResourceShare.class,
                listed,
                share -> new Arn(share.resourceShareArn()),
                share -> read(share, principals, resources, reads));
    }

    private static ResourceShare read(
            software.amazon.awssdk.services.ram.model.ResourceShare share,
            Once<Map<String, List<Association>>> principals,
            Once<Map<String, List<Association>>> resources,
            Reads reads) {
        Arn arn = new Arn(share.resourceShareArn());
        return new ResourceShare(
                Identity.tagged(
                        arn,
                        reads.account(),
                        reads.region(),
                        share.name(),
                        share.tags().stream()
                                .collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()))),
                Answers.sent(share.allowExternalPrincipals(), "allowExternalPrincipals"),
                // Left out of shares from before there was another.
                Optional.ofNullable(share.featureSetAsString())
                        .map(FeatureSet::new)
                        .orElse(FeatureSet.STANDARD),
                reads.observe(PRINCIPALS, arn, () -> principals.get().getOrDefault(arn.value(), List.of())),
                reads.observe(RESOURCES, arn, () -> resources.get().getOrDefault(arn.value(), List.of())));
    }

    private static Map<String, List<Association>> associations(ResourceShareAssociationType type, RamClient ram) {
        return ram
                .getResourceShareAssociationsPaginator(
                        request -> request.associationType(type).maxResults(PAGE))
                .stream()
                .flatMap(page -> page.resourceShareAssociations().stream())
                .collect(Collectors.groupingBy(
                        ResourceShareAssociation::resourceShareArn,
                        Collectors.mapping(ResourceShareCollector::association, Collectors.toList())));
    }

    private static Association association(ResourceShareAssociation association) {
        return new Association(
                Answers.sent(association.associatedEntity(), "associatedEntity"),
                Answers.sent(association.statusAsString(), "status"),
                Boolean.TRUE.equals(association.external()));
    }
}
