package io.awsaudit.collectors.networkfirewall;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.networkfirewall.NetworkFirewallClient;
import software.amazon.awssdk.services.networkfirewall.model.EncryptionConfiguration;
import software.amazon.awssdk.services.networkfirewall.model.Tag;

/** The client of Network Firewall, and what all that it describes has. */
final class NetworkFirewall {
    static final AwsService<NetworkFirewallClient> CLIENT =
            AwsService.of("network-firewall", NetworkFirewallClient::builder);

    /** The most that a page takes. */
    static final int PAGE = 100;

    private NetworkFirewall() {}

    /** {@return whether it is the account's own, and not one that another account shares} */
    static boolean isOwn(Arn arn, Reads reads) {
        return arn.account().equals(reads.account());
    }

    static Map<String, String> tags(List<Tag> tags) {
        return tags.stream().collect(Collectors.toMap(Tag::key, tag -> tag.value() == null ? "" : tag.value()));
    }

    static Optional<Arn> arn(@Nullable String arn) {
        return Optional.ofNullable(arn).filter(value -> !value.isEmpty()).map(Arn::new);
    }

    /** Returns the key of the customer's own, which may be named by its id; AWS's own is not named. */
    static Optional<Arn> key(@Nullable EncryptionConfiguration encryption) {
        return Optional.ofNullable(encryption)
                .map(EncryptionConfiguration::keyId)
                .filter(key -> key.startsWith("arn:"))
                .map(Arn::new);
    }
}
