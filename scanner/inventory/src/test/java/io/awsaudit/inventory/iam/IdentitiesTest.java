package io.awsaudit.inventory.iam;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.iam.RootUser.Summary;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aPolicyOfAwsIsKnownByItsAccountAndNameInEveryPartition() {
        assertThat(group("arn:aws-cn:iam::aws:policy/job-function/SupportUser").holds("SupportUser"))
                .isTrue();
        assertThat(group("arn:aws:iam::aws:policy/AWSSupportAccess").holds("AWSSupportAccess"))
                .isTrue();
        assertThat(group("arn:aws:iam::111122223333:policy/AWSSupportAccess").holds("AWSSupportAccess"))
                .isFalse();
        assertThat(group("arn:aws:iam::aws:policy/AWSSupportAccessPlus").holds("AWSSupportAccess"))
                .isFalse();
    }

    @Test
    void rootWithoutPasswordAndKeysCannotSignIn() {
        Summary gone = new Summary(false, false, Optional.of(false));
        assertThat(Summary.WITHOUT_CREDENTIALS).accepts(gone);
        assertThat(Summary.WITHOUT_MFA).rejects(gone);
        assertThat(Summary.WITHOUT_MFA)
                .accepts(new Summary(false, false, Optional.of(true)))
                .accepts(new Summary(false, true, Optional.of(false)))
                .accepts(new Summary(false, false, Optional.empty()))
                .rejects(new Summary(true, false, Optional.of(true)));
    }

    @Test
    void rootIsUsedFromTheFirstDayOfTheSpan() {
        assertThat(root(Optional.of(Instant.parse("2025-10-03T00:00:00Z"))).wasUsedWithin(NOW, 90))
                .isTrue();
        assertThat(root(Optional.of(Instant.parse("2025-10-02T23:59:59Z"))).wasUsedWithin(NOW, 90))
                .isFalse();
        assertThat(root(Optional.empty()).wasUsedWithin(NOW, 90)).isFalse();
    }

    @Test
    void aDeviceIsRootsByItsOwnerOrByItsNameOnceEnabled() {
        assertThat(device("Phone", Optional.of("arn:aws:iam::111122223333:root"))
                        .isOfRootUser())
                .isTrue();
        assertThat(device("Phone", Optional.of("arn:aws:iam::111122223333:user/root"))
                        .isOfRootUser())
                .isFalse();
        assertThat(device("root-account-mfa-device", Optional.empty()).isOfRootUser())
                .isTrue();
        assertThat(new VirtualMfaDevice(identity("mfa/root-account-mfa-device"), Optional.empty(), Optional.empty())
                        .isOfRootUser())
                .isFalse();
    }

    @Test
    void aPasswordPolicyThatWasNeverSetIsTheDefault() {
        PasswordPolicy never = new PasswordPolicy(identity("password-policy"), Observed.known(Optional.empty()));
        assertThat(never.allowsShorterThan(8)).isFalse();
        assertThat(never.allowsShorterThan(9)).isTrue();
        assertThat(never.remembersFewerThan(1)).isTrue();
    }

    private static Group group(String policy) {
        return new Group(identity("group/g"), "/", NOW, Observed.known(List.of()), List.of(new Arn(policy)));
    }

    private static RootUser root(Optional<Instant> lastUsed) {
        return new RootUser(
                identity("root-user"),
                Observed.known(new Summary(true, false, Optional.of(true))),
                Observed.known(lastUsed));
    }

    private static VirtualMfaDevice device(String name, Optional<String> owner) {
        return new VirtualMfaDevice(identity("mfa/" + name), owner.map(Arn::new), Optional.of(NOW));
    }

    private static Identity identity(String resource) {
        return Identity.untagged(
                new Arn("arn:aws:iam::111122223333:" + resource), "111122223333", Identity.GLOBAL, resource);
    }
}
