package io.awsaudit.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.account.Account;
import io.awsaudit.reports.DemoAccount;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.reports.Text;
import io.awsaudit.reports.UnseenTest;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Change;
import io.awsaudit.rules.Comparison;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.SuppressionUse;
import io.awsaudit.rules.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class HtmlReporterTest {
    @Test
    void aSmallResultLooksAsTheGoldenFileDoes() throws IOException {
        Page page = Page.of(Samples.small());
        // Style sheet and script have files of their own, and the data are more readable unpacked.
        String data = page.pretty();
        Document document = page.document();
        document.select("script, style, meta[http-equiv]").remove();
        Golden.assertThatTextIs("report.html.txt", document.outerHtml() + "\n" + data);
    }

    @Test
    void theSameResultGivesTheSameBytes() throws IOException {
        assertThat(Page.of(Samples.large(2_000)).text())
                .isEqualTo(Page.of(Samples.large(2_000)).text());
        assertThat(Page.of(Samples.hostile()).text())
                .isEqualTo(Page.of(Samples.hostile()).text());
    }

    @Test
    void thePolicyAllowsOneScriptAndOneStyleSheetByHash() throws Exception {
        Document page = Page.of(Samples.hostile()).document();
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(page.select("script:not([type])")).hasSize(1);
        assertThat(page.select("style")).hasSize(1);
        assertThat(policy)
                .startsWith("default-src 'none'; ")
                .contains("script-src '"
                        + hash(page.select("script:not([type])").get(0).data()) + "';")
                .contains("style-src '" + hash(page.select("style").get(0).data()) + "';")
                .doesNotContain("unsafe", "http", "*");
    }

    @Test
    void thePageLoadsNothing() throws IOException {
        Document page = Page.of(Samples.small()).document();
        assertThat(page.select("[src], link, img, iframe, object, embed, base, form"))
                .isEmpty();
        assertThat(Skeleton.load().style()).doesNotContain("url(", "@import");
        assertThat(Skeleton.own()).doesNotContain("fetch(", "XMLHttpRequest", "innerHTML", "eval(", ".html(");
    }

    @Test
    void theLibrariesComeWithTheirLicences() {
        assertThat(Skeleton.load().script())
                .contains("Copyright 2010-2023 Mike Bostock", "Copyright (c) 2021-present Tanner Linsley")
                .doesNotContain("</script", "<!--", "sourceMappingURL");
    }

    @Test
    void hostileTextIsNeitherMarkupNorScript() throws IOException {
        Set<String> ours = names(Page.of(Samples.small()).document());
        ours.addAll(names(Page.of(Samples.large(2_000)).document()));
        Document hostile = Page.of(Samples.hostile()).document();
        assertThat(hostile.select("script:not([type=application/gzip])")).hasSize(1);
        // Nothing of the account's making: no element and no attribute that a tame result does not have as well.
        assertThat(names(hostile)).isSubsetOf(ours);
        assertThat(hostile.select("a[href]").eachAttr("href")).allMatch(address -> address.startsWith("#"));
    }

    @Test
    void hostileTextIsShownWithWhatItHidesSpelledOut() throws IOException {
        AuditResult result = Samples.hostile();
        Document page = Page.of(result).document();
        assertThat(page.select("#plain").text().codePoints().distinct().mapToObj(Character::toString))
                .allSatisfy(character -> assertThat(Text.visible(character)).isEqualTo(character));
        List<String> cells = page.select("#plain td").eachText();
        assertThat(result.findings().stream().filter(Finding::isOpenFailure))
                .hasSizeGreaterThan(5)
                .allSatisfy(finding -> assertThat(cells)
                        .contains(Text.visible(finding.message()).strip()));
    }

    @Test
    void theDataParseBackEqual() throws IOException {
        AuditResult result = Samples.hostile();
        Page page = Page.of(result);
        JsonNode data = page.contents();
        JsonNode columns = data.get("findings");
        JsonNode resources = data.get("resources");
        assertThat(columns.get("check")).hasSize(result.findings().size());
        for (int i = 0; i < result.findings().size(); i++) {
            Finding finding = result.findings().get(i);
            String text = finding.message();
            int resource = columns.get("resource").get(i).asInt();
            assertThat(data.get("checks")
                            .get(columns.get("check").get(i).asInt())
                            .get("id")
                            .asString())
                    .isEqualTo(finding.checkId());
            assertThat(data.get("statuses")
                            .get(columns.get("status").get(i).asInt())
                            .asString())
                    .isEqualTo(finding.status().word());
            assertThat(data.get("severities")
                            .get(columns.get("severity").get(i).asInt())
                            .asString())
                    .isEqualTo(finding.severity().word());
            assertThat(columns.get("fingerprint").asString().split("\n")[i]).isEqualTo(finding.fingerprint());
            assertThat(columns.get("suppression").get(i).asInt() >= 0)
                    .isEqualTo(finding.suppression().isPresent());
            assertThat(resources.get("arn").get(resource).asString()).isEqualTo(text);
            assertThat(resources.get("name").get(resource).asString()).isEqualTo(text);
            assertThat(data.get("words")
                            .get(resources.get("account").get(resource).asInt())
                            .asString())
                    .isEqualTo(text);
            JsonNode tag = data.get("tags")
                    .get(resources.get("tags").get(resource).get(0).asInt());
            assertThat(Page.strings(tag)).containsExactly(text, text);
            JsonNode details = page.details(i);
            assertThat(details.get(0).asString()).isEqualTo(text);
            assertThat(details.get(1).get(0).get(0).isNull()).isTrue();
            assertThat(Page.strings(details.get(1).get(1))).containsExactly("arn:other", text, text);
            assertThat(details.get(2).get(0).get(1).asString()).isEqualTo("in");
            assertThat(page.block("details-0")
                            .get("gaps")
                            .get(details.get(3).get(0).asInt())
                            .get("detail")
                            .asString())
                    .isEqualTo(text);
        }
    }

    @Test
    void aPassThatSaysNoMoreThanItsCheckTakesNoText() throws IOException {
        AuditResult result = Samples.small();
        int passed = result.findings().stream().map(Finding::status).toList().indexOf(Verdict.PASS);
        assertThat(Page.of(result).details(passed).get(0).isNull()).isTrue();
    }

    @Test
    void withoutScriptsTheFailuresAreATable() throws IOException {
        Element table =
                Page.of(Samples.small()).document().select("#plain table").get(1);
        assertThat(table.select("caption").text()).isEqualTo("1 failure");
        assertThat(table.select("td").eachText())
                .contains(
                        "critical",
                        "S3 bucket is not public (s3-bucket-not-public)",
                        "arn:aws:s3:::open-data",
                        "eu-west-1");
    }

    @Test
    void withoutScriptsItStandsThereWhatCouldNotBeSeen() throws IOException {
        assertThat(Page.of(Samples.small())
                        .document()
                        .select("#plain table")
                        .last()
                        .select("td")
                        .eachText())
                .contains("s3:GetBucketPolicy", "grant s3:GetBucketPolicy", "ec2:DescribeVolumes");
    }

    @Test
    void whatWasAcceptedIsCountedApart() throws IOException {
        JsonNode totals = Page.of(Samples.small()).contents().get("totals").get("all");
        // critical, high, medium, low, unknown, pass, not applicable, manual, suppressed
        assertThat(Page.strings(totals)).containsExactly("1", "0", "0", "0", "2", "1", "1", "1", "1");
    }

    @Test
    void everyControlIsListedWithItsStatus() throws IOException {
        JsonNode controls =
                Page.of(Samples.small()).contents().get("frameworks").get(0).get("controls");
        assertThat(controls.values().stream()
                        .map(control ->
                                control.has("status") ? control.get("status").asString() : "none"))
                .containsExactly("not-applicable", "unknown", "fail", "not-applicable", "manual", "none");
        assertThat(Page.strings(controls.get(5).get("otherChecks"))).containsExactly("x-not-chosen");
    }

    @Test
    void theCoverageSaysWhichPermissionIsMissing() throws IOException {
        JsonNode coverage = Page.of(Samples.small()).contents().get("coverage");
        assertThat(coverage.get("answered").asInt()).isEqualTo(2);
        assertThat(coverage.get("refused").asInt()).isEqualTo(2);
        assertThat(coverage.get("unseen").get(0).get("action").asString()).isEqualTo("s3:GetBucketPolicy");
        assertThat(coverage.get("unseen").get(0).get("grant").asBoolean()).isTrue();
    }

    @Test
    void theCoverageTellsWhatMattersFromWhatNothingRestsOn() throws IOException {
        JsonNode unseen = Page.of(UnseenTest.RESULT).contents().get("coverage").get("unseen");
        assertThat(unseen).hasSize(3);
        assertThat(unseen.get(0).get("blame").asString())
                .contains("service control policy of the organization stands against it");
        assertThat(unseen.get(0).get("grant").asBoolean()).isFalse(); // no grant helps against an SCP
        assertThat(Page.strings(unseen.get(0).get("checks"))).containsExactly("s3-bucket-not-public");
        assertThat(unseen.get(1).get("operation").asString()).isEqualTo("sns:ListTopics");
        assertThat(unseen.get(1).get("matters").asBoolean()).isFalse();
        assertThat(unseen.get(2).get("operation").asString()).startsWith("encrypted by arn");
        assertThat(unseen.get(2).get("matters").asBoolean()).isTrue();
    }

    @Test
    void anEmptyResultIsAPageToo() throws IOException {
        AuditResult nothing =
                new AuditResult("1.0", Instant.EPOCH, List.of(), Coverage.NONE, List.of(), List.of(), List.of(), 0);
        Page page = Page.of(nothing);
        assertThat(page.document().select("#plain").text()).contains("There was nothing to judge");
        assertThat(page.contents().get("findings").get("check")).isEmpty();
    }

    @Test
    void aResultFromAFileHasNoAttributes() throws IOException {
        Page page = Page.of(Samples.small());
        assertThat(page.contents().get("attributes").asBoolean()).isFalse();
        assertThat(page.document().select("[id^=resources-]")).isEmpty();
    }

    @Test
    void aResourceComesWithItsAttributesAndNeighbours() throws IOException {
        AuditResult small = Samples.small();
        Finding.Subject subject = small.findings().get(0).resource();
        Account account = new Account(
                Identity.untagged(subject.arn(), subject.account(), subject.region(), subject.name()),
                Observed.known(Optional.of("Example Ltd.")),
                Observed.known(Optional.empty()));
        Page page = Page.of(with(small, small.findings(), Optional.empty(), List.of(), List.of(account)));
        JsonNode described = page.block("resources-0").get(0);
        assertThat(described.get("attributes").propertyNames())
                .containsExactlyInAnyOrder("primaryContact", "securityContact");
        assertThat(described.get("from")).isEmpty();
        assertThat(page.block("resources-0").get(1).isNull()).isTrue();
    }

    @Test
    void longAttributesSayThatTheyAreCut() throws IOException {
        AuditResult small = Samples.small();
        Finding.Subject subject = small.findings().get(0).resource();
        Account account = new Account(
                Identity.untagged(subject.arn(), subject.account(), subject.region(), subject.name()),
                Observed.known(Optional.of("x".repeat(5_000))),
                Observed.known(Optional.empty()));
        Page page = Page.of(with(small, small.findings(), Optional.empty(), List.of(), List.of(account)));
        String contact = page.block("resources-0")
                .get(0)
                .get("attributes")
                .get("primaryContact")
                .asString();
        assertThat(contact).hasSizeLessThan(1_200).contains("(cut, 5,000 characters");
    }

    @Test
    void aResourceNamesItsNeighboursInBothDirections() throws IOException {
        AuditResult demo = DemoAccount.judged();
        Finding exposed = demo.findings().stream()
                .filter(finding -> finding.checkId().equals("ec2-instance-admin-ports-not-internet-exposed")
                        && finding.isOpenFailure())
                .findFirst()
                .orElseThrow();
        Page page = Page.of(demo);
        int number = Page.strings(page.contents().get("resources").get("arn"))
                .toList()
                .indexOf(exposed.resource().arn().value());
        JsonNode described =
                page.block("resources-" + number / ResourceBlocks.SIZE).get(number % ResourceBlocks.SIZE);
        assertThat(described.get("attributes").get("state").asString()).isEqualTo("running");
        assertThat(described.get("from").values().stream()
                        .map(edge -> edge.get(0).asString()))
                .contains("in", "protected by");
        assertThat(described.get("to").values().stream().map(edge -> edge.get(0).asString()))
                .contains("attached to");
    }

    @Test
    void whatChangedSinceABaselineIsThere() throws IOException {
        AuditResult small = Samples.small();
        Change fresh = new Change(Change.State.NEW, Optional.empty(), "its resource is new");
        List<Finding> findings = small.findings().stream()
                .map(finding -> finding.isOpenFailure() ? changed(finding, fresh) : finding)
                .toList();
        Finding gone = small.findings().get(0);
        Page page = Page.of(with(
                small,
                findings,
                Optional.of(new Comparison(Instant.parse("2025-12-31T00:00:00Z"), List.of(gone), List.of())),
                List.of(),
                List.of()));
        JsonNode data = page.contents();
        assertThat(data.get("comparison").get("gone").get(0).get("check").asString())
                .isEqualTo(gone.checkId());
        assertThat(data.get("totals").get("changes").get(0).get("name").asString())
                .isEqualTo("new");
        int failure = findings.indexOf(
                findings.stream().filter(Finding::isOpenFailure).findFirst().orElseThrow());
        assertThat(data.get("findings").get("change").get(failure).asInt()).isEqualTo(Change.State.NEW.ordinal());
        assertThat(page.details(failure).get(4).asString()).isEqualTo("its resource is new");
    }

    @Test
    void everySuppressionSaysWhatItDid() throws IOException {
        AuditResult small = Samples.small();
        SuppressionUse use = new SuppressionUse(
                small.findings().stream()
                        .flatMap(finding -> finding.suppression().stream())
                        .findFirst()
                        .orElseThrow(),
                1,
                OptionalLong.of(3),
                true);
        JsonNode suppression = Page.of(with(small, small.findings(), Optional.empty(), List.of(use), List.of()))
                .contents()
                .get("suppressions")
                .get(0);
        assertThat(suppression.get("state").asString()).isEqualTo("ends soon");
        assertThat(suppression.get("owner").asString()).isEqualTo("platform@example.com");
        assertThat(suppression.get("daysLeft").asInt()).isEqualTo(3);
    }

    @Test
    void beyondWhatABrowserTakesPassesAreCountedOnly() throws IOException {
        AuditResult result = Samples.large(2_000);
        long failing = result.findings().stream().filter(Finding::isOpenFailure).count();
        JsonNode data = Page.of(result, new HtmlReporter(1_000)).contents();
        assertThat(data.get("findings").get("check")).hasSize(1_000);
        assertThat(data.get("findings").get("status").values().stream()
                        .filter(status -> status.asInt() == Verdict.FAIL.ordinal()))
                .hasSizeGreaterThanOrEqualTo((int) failing);
        assertThat(data.get("omittedFindings").asInt()).isEqualTo(1_000);
        assertThat(Page.strings(data.get("omitted"))).allMatch(words -> words.endsWith("that pass"));
        assertThat(data.get("totals").get("all").get(5).asLong())
                .isEqualTo(result.counts().get(Verdict.PASS));
    }

    @Test
    void whereAllFailTheMostSevereAreListedAndTheRestIsCounted() throws IOException {
        AuditResult large = Samples.large(2_000);
        List<Finding> failing = large.findings().stream()
                .map(finding -> new Finding(
                        finding.checkId(),
                        Verdict.FAIL,
                        finding.severity(),
                        finding.resource(),
                        finding.message(),
                        finding.evidence(),
                        finding.path(),
                        List.of(),
                        finding.fingerprint(),
                        Optional.empty()))
                .toList();
        long critical = count(failing, Severity.CRITICAL);
        AuditResult result = with(large, failing, Optional.empty(), List.of(), List.of());
        JsonNode data = Page.of(result, new HtmlReporter((int) critical + 7)).contents();
        JsonNode severities = data.get("findings").get("severity");
        assertThat(severities).hasSize((int) critical + 7);
        assertThat(severities.values().stream().filter(severity -> severity.asInt() == 0))
                .hasSize((int) critical);
        assertThat(severities.values().stream().filter(severity -> severity.asInt() == 1))
                .hasSize(7);
        assertThat(Page.strings(data.get("omitted")))
                .containsExactly(
                        Html.number(count(failing, Severity.HIGH) - 7) + " high failures",
                        Html.number(count(failing, Severity.MEDIUM)) + " medium failures",
                        Html.number(count(failing, Severity.LOW)) + " low failures");
        assertThat(data.get("totals").get("all").get(3).asLong()).isEqualTo(count(failing, Severity.LOW));
    }

    @Test
    void whereNotAllFailuresFitEachCheckKeepsSome() throws IOException {
        AuditResult large = Samples.large(2_000);
        List<Finding> failing = large.findings().stream()
                .filter(finding -> finding.isOpenFailure() && finding.severity() == Severity.LOW)
                .toList();
        long checks = failing.stream().map(Finding::checkId).distinct().count();
        JsonNode data = Page.of(
                        with(large, failing, Optional.empty(), List.of(), List.of()), new HtmlReporter((int) checks))
                .contents();
        assertThat(checks).isGreaterThan(10);
        assertThat(Page.strings(data.get("findings").get("check")))
                .doesNotHaveDuplicates()
                .hasSize((int) checks);
    }

    @Test
    void aStreamThatFailsIsReportedAsItFails() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThatThrownBy(() -> new HtmlReporter().write(Samples.large(2_000), full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
    }

    private static long count(List<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static AuditResult with(
            AuditResult result,
            List<Finding> findings,
            Optional<Comparison> comparison,
            List<SuppressionUse> suppressions,
            List<Resource> inventory) {
        return new AuditResult(
                result.toolVersion(),
                result.asOf(),
                result.accounts(),
                result.coverage(),
                result.checks(),
                result.frameworks(),
                findings,
                result.resources(),
                suppressions,
                comparison,
                inventory);
    }

    private static Finding changed(Finding finding, Change change) {
        return new Finding(
                finding.checkId(),
                finding.status(),
                finding.severity(),
                finding.resource(),
                finding.message(),
                finding.evidence(),
                finding.path(),
                finding.gaps(),
                finding.fingerprint(),
                finding.suppression(),
                Optional.of(change),
                Optional.of(Instant.parse("2025-12-01T00:00:00Z")));
    }

    private static Set<String> names(Document page) {
        Set<String> names = new HashSet<>();
        for (Element element : page.getAllElements()) {
            names.add(element.tagName());
            for (Attribute attribute : element.attributes()) {
                names.add(element.tagName() + "@" + attribute.getKey());
            }
        }
        return names;
    }

    private static String hash(String content) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }
}
