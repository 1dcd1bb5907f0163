package io.awsaudit.collectors.kms;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.kms.Key;
import io.awsaudit.inventory.kms.KeyMetadata;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.AliasListEntry;
import software.amazon.awssdk.services.kms.model.KeyListEntry;
import software.amazon.awssdk.services.kms.model.Tag;

/** Reads every key of a region, and of those that the customer manages what only they can set. */
final class KeyCollector implements Collector<Key> {
    private static final AwsService<KmsClient> KMS = AwsService.of("kms", KmsClient::builder);
    private static final Operation LIST_KEYS = Operation.of("kms:ListKeys").pages(1000);
    private static final Operation LIST_ALIASES =
            Operation.of("kms:ListAliases").pages(100).where("there are keys");

    /** The most that a page takes; unless asked for it, AWS gives 100. */
    private static final int KEYS = 1000;

    /** The most that a page takes; unless asked for it, AWS gives 50. */
    private static final int ALIASES = 100;

    // A key's own policy may keep an auditor from a single key, so that this is no part of the listing.
    private static final Detail METADATA = Detail.of(Key.class, "metadata", "kms:DescribeKey");
    private static final Detail POLICY =
            Detail.of(Key.class, "policy", "kms:GetKeyPolicy").where("the customer manages it");
    private static final Detail ROTATION = Detail.of(Key.class, "rotation", "kms:GetKeyRotationStatus")
            .where("the customer manages it, and it can be rotated");
    private static final Detail TAGS =
            Detail.of(Key.class, "tags", "kms:ListResourceTags").where("the customer manages it");

    @Override
    public Set<Class<? extends Key>> yields() {
        return Set.of(Key.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_KEYS, LIST_ALIASES);
    }

    @Override
    public List<Detail> details() {
        return List.of(METADATA, POLICY, ROTATION, TAGS);
    }

    @Override
    public Stream<Key> collect(Reads reads) {
        KmsClient kms = reads.client(KMS);
        List<KeyListEntry> keys = reads.pages(
                        LIST_KEYS,
                        () -> kms.listKeysPaginator(request -> request.limit(KEYS))
                                .keys())
                .toList();
        if (keys.isEmpty()) {
            return Stream.empty();
        }
        // An alias that AWS keeps for a key not yet made has no target.
        Map<String, List<String>> aliases = reads.pages(
                        LIST_ALIASES,
                        () -> kms.listAliasesPaginator(request -> request.limit(ALIASES))
                                .aliases())
                .filter(alias -> alias.targetKeyId() != null)
                .collect(Collectors.groupingBy(
                        AliasListEntry::targetKeyId,
                        Collectors.mapping(AliasListEntry::aliasName, Collectors.toList())));
        return reads.each(
                Key.class,
                keys.stream(),
                key -> new Arn(key.keyArn()),
                key -> read(
                        key,
                        aliases.getOrDefault(key.keyId(), List.of()).stream()
                                .sorted()
                                .toList(),
                        kms,
                        reads));
    }

    private static Key read(KeyListEntry key, List<String> aliases, KmsClient kms, Reads reads) {
        String id = key.keyId();
        Arn arn = new Arn(key.keyArn());
        Observed<KeyMetadata> metadata = reads.observe(METADATA, arn, () -> metadataOf(id, aliases, kms));
        boolean foreign = metadata.knownTo(known -> !known.isCustomerManaged());
        String name = aliases.isEmpty() ? id : aliases.get(0);
        // A key that AWS manages cannot be tagged.
        Supplier<Observed<Map<String, String>>> tags =
                foreign ? () -> Observed.known(Map.of()) : reads.begin(TAGS, arn, () -> tagsOf(id, kms));
        Supplier<Observed<Policy>> policy =
                foreign ? KeyCollector::notOurs : reads.begin(POLICY, arn, () -> policyOf(id, kms));
        return new Key(
                new Identity(arn, reads.account(), reads.region(), name, tags.get()),
                aliases,
                metadata,
                rotationOf(id, arn, metadata, kms, reads),
                policy.get());
    }

    private static KeyMetadata metadataOf(String id, List<String> aliases, KmsClient kms) {
        var metadata = kms.describeKey(request -> request.keyId(id)).keyMetadata();
        return new KeyMetadata(
                // CreateAlias refuses names that begin so to customers; an emulator may not know whose such a key is.
                aliases.stream().anyMatch(alias -> alias.startsWith("alias/aws/"))
                        ? KeyMetadata.Manager.AWS
                        : new KeyMetadata.Manager(orEmpty(metadata.keyManagerAsString())),
                new KeyMetadata.State(orEmpty(metadata.keyStateAsString())),
                orEmpty(metadata.keySpecAsString()),
                orEmpty(metadata.keyUsageAsString()),
                new KeyMetadata.Origin(orEmpty(metadata.originAsString())),
                Boolean.TRUE.equals(metadata.multiRegion()),
                Optional.ofNullable(metadata.creationDate()),
                Optional.ofNullable(metadata.deletionDate()));
    }

    /**
     * GetKeyRotationStatus documents its answer for keys that cannot be rotated (always false), for those of AWS (always
     * true), and while a deletion is pending (false); of asymmetric keys AWS refuses to say it.
     */
    private static Observed<Boolean> rotationOf(
            String id, Arn arn, Observed<KeyMetadata> metadata, KmsClient kms, Reads reads) {
        if (metadata.knownTo(known -> !known.isCustomerManaged())) {
            return Observed.known(true);
        }
        if (metadata.knownTo(known -> !known.canRotate() || known.isPendingDeletion())) {
            return Observed.known(false);
        }
        return reads.observe(
                ROTATION,
                arn,
                () -> kms.getKeyRotationStatus(request -> request.keyId(id)).keyRotationEnabled());
    }

    private static Policy policyOf(String id, KmsClient kms) {
        // A key has exactly one policy, and its name is always "default".
        return Policies.parse(kms.getKeyPolicy(request -> request.keyId(id).policyName("default"))
                .policy());
    }

    private static Observed<Policy> notOurs() {
        return Observed.unknown(new Gap(
                Gap.Cause.SKIPPED,
                POLICY.operation().id(),
                Optional.empty(),
                "AWS manages the key and writes its policy"));
    }

    private static Map<String, String> tagsOf(String id, KmsClient kms) {
        return kms.listResourceTagsPaginator(request -> request.keyId(id)).tags().stream()
                .collect(Collectors.toMap(Tag::tagKey, tag -> orEmpty(tag.tagValue())));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
