package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.kms.Key;
import io.awsaudit.inventory.kms.KeyMetadata;
import io.awsaudit.inventory.policy.Policy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What holds of all checks together, where partial data is concerned. */
final class EngineTest {
    private static final String ACCOUNT = "111122223333";
    private static final String CHECK = "kms-key-rotation-enabled";

    @Test
    void whatWasNotReadOfOneResourceLeavesTheOthersVerdictsAlone() {
        Map<String, Verdict> verdicts = judge(Stream.<Resource>of(
                                key("rotated", Observed.known(true)),
                                key("unrotated", Observed.known(false)),
                                key("unseen", unread("unseen")))
                        .toList())
                .stream()
                .collect(Collectors.toMap(finding -> finding.resource().name(), Finding::status));
        assertThat(verdicts)
                .containsOnly(
                        Map.entry("rotated", Verdict.PASS),
                        Map.entry("unrotated", Verdict.FAIL),
                        Map.entry("unseen", Verdict.UNKNOWN));
    }

    @Test
    void whatWasNotReadOfManyResourcesIsNamedOnceInEach() {
        List<Resource> keys = IntStream.range(0, 1000)
                .mapToObj(number -> (Resource) key("key-" + number, unread("key-" + number)))
                .toList();
        assertThat(judge(keys)).hasSize(1000).allSatisfy(finding -> {
            assertThat(finding.status()).isEqualTo(Verdict.UNKNOWN);
            assertThat(finding.gaps()).hasSize(1);
        });
    }

    private static List<Finding> judge(List<Resource> resources) {
        Catalog catalog = Catalog.builtIn();
        Inventory inventory = new Inventory(
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(new Inventory.AccountScope(ACCOUNT, "aws", List.of("us-east-1"))),
                new Coverage(
                        List.of(new Coverage.Listing(ACCOUNT, "us-east-1", "AWS::KMS::Key", Optional.empty())),
                        List.of()),
                resources);
        return new Engine(catalog, "test")
                .evaluate(
                        inventory,
                        catalog.checks().stream()
                                .filter(check -> check.id().equals(CHECK))
                                .toList(),
                        new Settings(catalog.checks(), Map.of(), Map.of()),
                        Suppressions.NONE)
                .findings();
    }

    private static Observed<Boolean> unread(String name) {
        return Observed.unknown(
                new Gap(Gap.Cause.DENIED, "kms:GetKeyRotationStatus", Optional.empty(), "not on " + name));
    }

    private static Key key(String name, Observed<Boolean> rotation) {
        return new Key(
                Identity.untagged(
                        new Arn("arn:aws:kms:us-east-1:" + ACCOUNT + ":key/" + name), ACCOUNT, "us-east-1", name),
                List.of(),
                Observed.known(new KeyMetadata(
                        new KeyMetadata.Manager("CUSTOMER"),
                        new KeyMetadata.State("Enabled"),
                        "SYMMETRIC_DEFAULT",
                        "ENCRYPT_DECRYPT",
                        new KeyMetadata.Origin("AWS_KMS"),
                        false,
                        Optional.empty(),
                        Optional.empty())),
                rotation,
                Observed.known(Policy.NONE));
    }
}
