package io.awsaudit.inventory.ecr;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.ecr.RegistryScanningConfiguration.Rule;
import io.awsaudit.inventory.ecr.RegistryScanningConfiguration.ScanType;
import io.awsaudit.inventory.ecr.Repository.EncryptionType;
import io.awsaudit.inventory.ecr.Repository.TagMutability;
import io.awsaudit.inventory.policy.Policy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryScanningConfigurationTest {
    /** The table of AWS's page on filters. */
    @ParameterizedTest
    @CsvSource({
        "prod, true, true, true, true, true",
        "*prod, true, true, false, false, false",
        "prod*, true, false, true, false, true",
        "*prod*, true, true, true, true, true",
        "prod*repo, false, false, true, false, true"
    })
    void filtersMatchAsAwsSays(String filter, boolean a, boolean b, boolean c, boolean d, boolean e) {
        RegistryScanningConfiguration registry = registry(ScanType.BASIC, new Rule("SCAN_ON_PUSH", List.of(filter)));
        assertThat(List.of("prod", "repo-prod", "prod-repo", "repo-prod-repo", "prodrepo"))
                .extracting(name -> registry.scans(repository(name, false)))
                .containsExactly(a, b, c, d, e);
    }

    @Test
    void aRepositorysOwnSettingCountsOnlyWithoutRulesAndWithBasicScanning() {
        Repository own = repository("web", true);
        assertThat(registry(ScanType.BASIC).scans(own)).isTrue();
        assertThat(registry(ScanType.BASIC).scans(repository("web", false))).isFalse();
        assertThat(registry(ScanType.ENHANCED).scans(own)).isFalse();
        assertThat(registry(ScanType.BASIC, new Rule("SCAN_ON_PUSH", List.of("prod")))
                        .scans(own))
                .isFalse();
    }

    @Test
    void aRuleForScansThatSomebodyAsksForScansNothingByItself() {
        assertThat(registry(ScanType.BASIC, new Rule("MANUAL", List.of("*"))).scans(repository("web", true)))
                .isFalse();
        assertThat(registry(ScanType.ENHANCED, new Rule("CONTINUOUS_SCAN", List.of("*")))
                        .scans(repository("web", false)))
                .isTrue();
    }

    private static RegistryScanningConfiguration registry(ScanType type, Rule... rules) {
        return new RegistryScanningConfiguration(
                identity("registry-scanning-configuration", "registry"), type, List.of(rules));
    }

    private static Repository repository(String name, boolean scanOnPush) {
        return new Repository(
                identity("repository/" + name, name),
                TagMutability.IMMUTABLE,
                List.of(),
                scanOnPush,
                EncryptionType.AES256,
                Optional.empty(),
                Observed.known(true),
                Observed.known(Policy.NONE));
    }

    private static Identity identity(String resource, String name) {
        return Identity.untagged(
                new Arn("arn:aws:ecr:us-east-1:111122223333:" + resource), "111122223333", "us-east-1", name);
    }
}
