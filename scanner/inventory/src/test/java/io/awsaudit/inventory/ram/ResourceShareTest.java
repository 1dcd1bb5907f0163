package io.awsaudit.inventory.ram;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.ram.ResourceShare.Association;
import io.awsaudit.inventory.ram.ResourceShare.FeatureSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResourceShareTest {
    private static final List<String> NOBODY = List.of();

    @Test
    void anAccountOutsideIsAnOutsiderUntilItIsTrustedOrTakenOut() {
        assertThat(share("444455556666", "ASSOCIATED", true).isForOutsiders(NOBODY))
                .isTrue();
        assertThat(share("444455556666", "ASSOCIATING", true).isForOutsiders(NOBODY))
                .isTrue();
        assertThat(share("444455556666", "ASSOCIATED", true).isForOutsiders(List.of("444455556666")))
                .isFalse();
        assertThat(share("444455556666", "DISASSOCIATED", true).isForOutsiders(NOBODY))
                .isFalse();
        assertThat(share("444455556666", "ASSOCIATED", false).isForOutsiders(NOBODY))
                .isFalse();
    }

    @Test
    void aRoleIsTrustedWithItsAccount() {
        ResourceShare share = share("arn:aws:iam::444455556666:role/reader", "ASSOCIATED", true);
        assertThat(share.isForOutsiders(List.of("777788889999"))).isTrue();
        assertThat(share.isForOutsiders(List.of("444455556666"))).isFalse();
    }

    private static ResourceShare share(String principal, String status, boolean external) {
        return new ResourceShare(
                Identity.untagged(
                        new Arn("arn:aws:ram:us-east-1:111122223333:resource-share/1"),
                        "111122223333",
                        "us-east-1",
                        "share"),
                true,
                FeatureSet.STANDARD,
                Observed.known(List.of(new Association(principal, status, external))),
                Observed.known(List.of()));
    }
}
