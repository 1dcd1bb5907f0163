package io.awsaudit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.ResourceTypes;
import io.awsaudit.inventory.account.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of facts that rules derive, and of remarks that stand beside them. */
class DerivationTest {
    private static final String ACCOUNT = "111122223333";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path directory;

    @SuppressWarnings("NullAway.Init")
    private static Catalog catalog;

    @BeforeAll
    static void compile() throws IOException {
        write("derived/facts.yaml", """
                seen: {derives: StringBuilder}
                remark: {}
                """);
        write("derived/facts.drl", """
                package derived.facts
                import io.awsaudit.inventory.Gap
                import io.awsaudit.inventory.account.Region
                import io.awsaudit.rules.Evidence
                global io.awsaudit.rules.Verdicts verdicts
                rule "seen" when Region( identity.region == "eu-west-1" ) then insert( new StringBuilder( "seen" ) ); end
                rule "remark" when $region : Region()
                then
                    verdicts.explain( "own-region-derived", $region, Evidence.of( $region, "near", "miss" ) );
                    if ( $region.region().equals( "eu-west-3" ) ) {
                        verdicts.doubt( "own-region-derived", $region,
                            new Gap( Gap.Cause.NOT_COLLECTED, "elsewhere", java.util.Optional.empty(), "unseen" ) );
                    }
                end
                """);
        write("checks/own/region.yaml", """
                own-region-derived:
                  resource: AWS::::Region
                  title: Derived
                  severity: low
                  pillar: security
                  why: So
                  fix: So
                  source: https://example.com/
                """);
        write("checks/own/region.drl", """
                package checks.own.region
                import io.awsaudit.inventory.account.Region
                global io.awsaudit.rules.Verdicts verdicts
                rule "own-region-derived"
                when $region : Region() not StringBuilder()
                then verdicts.fail( $region, "derived", "nothing" ); end
                rule "own-region-derived - told"
                when $region : Region()
                then verdicts.tell( $region, "figure", 7 ); end
                rule "own-region-derived - out of scope"
                when $region : Region( identity.region == "aa-outside-1" )
                then verdicts.outOfScope( $region, "Not asked." ); end
                """);
        catalog = Catalog.builtIn().with(directory);
    }

    @Test
    void whatARuleTellsIsReadWithAnyVerdict() {
        assertThat(judge("aa-first-1", "eu-west-1").findings())
                .extracting(Finding::message)
                .containsOnly("Derived. Seen: figure = 7.");
        assertThat(judge("aa-first-1").findings()).singleElement().satisfies(finding -> {
            assertThat(finding.status()).isEqualTo(Verdict.FAIL);
            assertThat(finding.evidence().get(0).property()).isEqualTo("figure");
        });
        assertThat(judge("aa-outside-1", "eu-west-1").findings())
                .filteredOn(finding -> finding.status() == Verdict.NOT_APPLICABLE)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.message()).isEqualTo("Not asked. Seen: figure = 7.");
                    assertThat(finding.evidence()).hasSize(1);
                });
    }

    @Test
    void aFactIsDerivedBeforeAnyCheckMissesIt() {
        assertThat(judge("aa-first-1", "eu-west-1").findings())
                .extracting(Finding::status)
                .containsOnly(Verdict.PASS);
    }

    @Test
    void aRemarkExplainsAFailureAndDecidesNothing() {
        Finding finding = judge("eu-west-2").findings().get(0);
        assertThat(finding.status()).isEqualTo(Verdict.FAIL);
        assertThat(finding.evidence()).extracting(Evidence::property).contains("near", "derived");
    }

    @Test
    void aDoubtLeavesAFailureUndecidedAndAPassAsItIs() {
        assertThat(judge("eu-west-3").findings().get(0).status()).isEqualTo(Verdict.UNKNOWN);
        assertThat(judge("eu-west-1", "eu-west-3").findings())
                .extracting(Finding::status)
                .containsOnly(Verdict.PASS);
    }

    private static AuditResult judge(String... regions) {
        Coverage coverage = new Coverage(
                ResourceTypes.all().stream()
                        .map(type -> new Coverage.Listing(
                                ACCOUNT, Identity.GLOBAL, ResourceTypes.nameOf(type), Optional.empty()))
                        .toList(),
                List.of());
        Inventory inventory = new Inventory(
                Instant.parse("2026-01-01T00:00:00Z"),
                List.of(new Inventory.AccountScope(ACCOUNT, "aws", List.of(regions))),
                coverage,
                java.util.Arrays.stream(regions)
                        .map(region -> (io.awsaudit.inventory.Resource) new Region(Identity.untagged(
                                new Arn("arn:aws:account:" + region + ":" + ACCOUNT + ":region"),
                                ACCOUNT,
                                region,
                                region)))
                        .toList());
        List<Check> checks = List.of(catalog.check("own-region-derived").orElseThrow());
        return new Engine(catalog, "test").evaluate(inventory, checks, Settings.standard(checks), Suppressions.NONE);
    }

    private static void write(String file, String text) throws IOException {
        Path path = directory.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
