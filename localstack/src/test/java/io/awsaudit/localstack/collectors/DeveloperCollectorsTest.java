package io.awsaudit.localstack.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import io.awsaudit.rules.Catalog;
import io.awsaudit.rules.Check;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Collects and judges, over HTTP, servers that take files, portfolios, and what builds and deploys. */
final class DeveloperCollectorsTest {
    private static final Set<String> SERVICES = Set.of(
            "amplify",
            "apprunner",
            "cloudformation",
            "codeartifact",
            "codebuild",
            "codecommit",
            "codedeploy",
            "codepipeline",
            "dlm",
            "ecrpublic",
            "elasticbeanstalk",
            "servicecatalog",
            "transfer");

    private static final List<Check> CHECKS = Catalog.builtIn().checks().stream()
            .filter(check -> SERVICES.contains(check.id().split("-")[0]))
            .toList();

    private static List<Finding> insecure = List.of();
    private static List<Finding> hardened = List.of();

    @BeforeAll
    static void collect() {
        insecure = findings(SeededAccount.INSECURE);
        hardened = findings(SeededAccount.HARDENED);
    }

    @Test
    void whatIsInsecureFailsForWhatItIsNamedForAndForNothingElse() {
        Map<String, Set<String>> failed = failed(insecure);
        assertThat(failed)
                .containsEntry("insecure-ftp", Set.of("transfer-server-without-ftp"))
                .containsEntry("insecure-on-internet", Set.of("transfer-server-in-vpc"))
                .containsEntry("insecure-one-zone", Set.of("transfer-server-in-several-zones"))
                .containsEntry("insecure-old-algorithms", Set.of("transfer-server-security-policy-current"))
                .containsEntry("insecure-slow-listings", Set.of("transfer-server-directories-listed-fast"))
                .containsEntry("insecure-unused", Set.of("transfer-server-used"))
                .containsEntry("insecure-without-log", Set.of("transfer-connector-logged"))
                .containsEntry("insecure-plain-messages", Set.of("transfer-connector-as2-messages-encrypted"))
                .containsEntry("insecure-unsigned-messages", Set.of("transfer-connector-as2-messages-signed"))
                .containsEntry("insecure-unsigned-receipts", Set.of("transfer-connector-as2-receipts-signed"))
                .containsEntry(
                        "insecure-shared-with-account", Set.of("servicecatalog-portfolio-shared-within-organization"))
                .containsEntry("insecure-old-image", Set.of("codebuild-project-image-maintained"))
                .containsEntry("insecure-plain-artifacts", Set.of("codebuild-project-artifacts-encrypted"))
                .containsEntry("insecure-unverified-source", Set.of("codebuild-project-sources-verified"));
        // A server and a project are named so.
        assertThat(failed.get("insecure-without-logs")).contains("transfer-server-logged", "codebuild-project-logged");
    }

    @Test
    void nothingFailsThatIsHardened() {
        assertThat(failed(hardened)).isEmpty();
        assertThat(hardened)
                .filteredOn(finding -> finding.status() == Verdict.PASS)
                .extracting(DeveloperCollectorsTest::seededName)
                .contains("hardened-server", "hardened-connector", "hardened-portfolio", "hardened-project");
    }

    private static List<Finding> findings(SeededAccount account) {
        return Collected.judged(Collected.from(Emulators.with(account), "us-east-1", CHECKS), CHECKS);
    }

    private static Map<String, Set<String>> failed(List<Finding> findings) {
        return findings.stream()
                .filter(finding -> finding.status() == Verdict.FAIL)
                .collect(Collectors.groupingBy(
                        DeveloperCollectorsTest::seededName,
                        TreeMap::new,
                        Collectors.mapping(Finding::checkId, Collectors.toCollection(TreeSet::new))));
    }

    /** {@return the name that the seeds gave, by a tag where AWS names it by an id} */
    private static String seededName(Finding finding) {
        return finding.resource().tags().getOrDefault("Name", finding.resource().name());
    }
}
