package io.awsaudit.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awsaudit.inventory.Coverage;
import io.awsaudit.reports.Samples;
import io.awsaudit.reports.Text;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReporterTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Path GOLDEN = Path.of("src/test/resources/io/awsaudit/reports/html/small.html");

    /** Written anew by running this test with {@code -DupdateGolden}; read the difference before it is committed. */
    @Test
    void aSmallResultLooksAsTheGoldenFileDoes() throws IOException {
        // Style sheet and script have files of their own, and would bury each change of the content.
        Skeleton skeleton = Skeleton.load();
        String page = page(Samples.small())
                .replace(skeleton.style(), "")
                .replace(skeleton.script(), "")
                .replaceAll("sha256-[A-Za-z0-9+/=]+", "sha256-");
        if (System.getProperty("updateGolden") != null) {
            Files.writeString(GOLDEN, page);
        }
        assertThat(page).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void theSameResultGivesTheSameBytes() throws IOException {
        assertThat(bytes(Samples.large(2_000))).isEqualTo(bytes(Samples.large(2_000)));
        assertThat(bytes(Samples.hostile())).isEqualTo(bytes(Samples.hostile()));
    }

    @Test
    void thePolicyAllowsOneScriptAndOneStyleSheetByHash() throws Exception {
        Document page = Jsoup.parse(page(Samples.hostile()));
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
        Document page = Jsoup.parse(page(Samples.small()));
        assertThat(page.select("[src], link, img, iframe, object, embed, base, form"))
                .isEmpty();
        assertThat(Skeleton.load().style()).doesNotContain("url(", "@import");
        assertThat(Skeleton.load().script())
                .doesNotContain("fetch(", "XMLHttpRequest", "innerHTML", "eval(", "http://");
    }

    @Test
    void hostileTextIsNeitherMarkupNorScript() throws IOException {
        Set<String> ours = names(parsedWithNoscript(Samples.small()));
        ours.addAll(names(parsedWithNoscript(Samples.large(2_000))));
        Document hostile = parsedWithNoscript(Samples.hostile());
        assertThat(hostile.select("script")).hasSize(2);
        // Nothing of the account's making: no element and no attribute that a tame result does not have as well.
        assertThat(names(hostile)).isSubsetOf(ours);
        assertThat(hostile.select("a[href]").eachAttr("href")).allMatch(address -> address.startsWith("#"));
    }

    @Test
    void hostileTextIsShownWithWhatItHidesSpelledOut() throws IOException {
        String page = page(Samples.hostile());
        assertThat(page.codePoints().filter(point -> point != '\n').distinct().mapToObj(Character::toString))
                .allSatisfy(character -> assertThat(Text.visible(character)).isEqualTo(character));
        List<String> cells = parsedWithNoscript(Samples.hostile())
                .select("#frameworks td > a")
                .eachText();
        for (String text : Samples.HOSTILE) {
            assertThat(cells).contains(Text.visible(text).strip());
        }
    }

    @Test
    void theDataParsesBackEqual() throws IOException {
        AuditResult result = Samples.hostile();
        JsonNode data = data(result);
        assertThat(data.get("findings")).hasSize(result.findings().size());
        for (int i = 0; i < result.findings().size(); i++) {
            Finding finding = result.findings().get(i);
            JsonNode written = data.get("findings").get(i);
            JsonNode resource = data.get("resources").get(written.get(3).asInt());
            String text = finding.message();
            assertThat(data.get("checks").get(written.get(0).asInt()).get("id").asString())
                    .isEqualTo(finding.checkId());
            assertThat(data.get("statuses").get(written.get(1).asInt()).asString())
                    .isEqualTo(finding.status().word());
            assertThat(data.get("severities").get(written.get(2).asInt()).asString())
                    .isEqualTo(finding.severity().word());
            assertThat(written.get(4).asString()).isEqualTo(finding.fingerprint());
            assertThat(written.get(5).asString()).isEqualTo(text);
            assertThat(resource.get(0).asString()).isEqualTo(text);
            assertThat(data.get("words").get(resource.get(1).asInt()).asString())
                    .isEqualTo(text);
            assertThat(resource.get(4).asString()).isEqualTo(text);
            assertThat(resource.get(5).get(0).get(0).asString()).isEqualTo(text);
            assertThat(resource.get(5).get(0).get(1).asString()).isEqualTo(text);
            JsonNode more = written.get(6);
            assertThat(more.get("evidence").get(0).get(0).isNull()).isTrue();
            assertThat(more.get("evidence").get(1).get(0).asString()).isEqualTo("arn:other");
            assertThat(more.get("evidence").get(1).get(2).asString()).isEqualTo(text);
            assertThat(more.get("path").get(0).get(1).asString()).isEqualTo("in");
            assertThat(data.get("gaps")
                            .get(more.get("gaps").get(0).asInt())
                            .get("detail")
                            .asString())
                    .isEqualTo(text);
            assertThat(more.has("suppression")).isEqualTo(finding.suppression().isPresent());
        }
    }

    @Test
    void aPassThatSaysNoMoreThanItsCheckTakesNoText() throws IOException {
        JsonNode passed = StreamSupport.stream(
                        data(Samples.small()).get("findings").spliterator(), false)
                .filter(finding -> finding.get(1).asInt() == Verdict.PASS.ordinal())
                .findFirst()
                .orElseThrow();
        assertThat(passed).hasSize(6);
        assertThat(passed.get(5).isNull()).isTrue();
    }

    @Test
    void withoutScriptsTheFailuresAreATable() throws IOException {
        Element table = parsedWithNoscript(Samples.small()).selectFirst("#noscript table");
        assertThat(table).isNotNull();
        assertThat(table.select("tbody tr")).hasSize(1);
        assertThat(table.select("tbody").text())
                .contains("Critical", "S3 bucket is not public", "open-data", "eu-west-1");
    }

    @Test
    void whatWasAcceptedIsCountedApart() throws IOException {
        Document page = Jsoup.parse(page(Samples.small()));
        assertThat(page.select(".card.critical .figure").text()).isEqualTo("1");
        assertThat(page.select(".card.low .figure").text()).isEqualTo("0");
        assertThat(page.select(".also").text()).contains("1 suppressed", "1 not applicable");
    }

    @Test
    void everyControlIsListedWithItsStatus() throws IOException {
        Element framework = Jsoup.parse(page(Samples.small())).selectFirst(".framework");
        assertThat(framework).isNotNull();
        assertThat(framework.select("tbody .state").eachText())
                .containsExactly("Not applicable", "Unknown", "Fail", "Not applicable", "Manual", "Not evaluated");
    }

    @Test
    void theCoverageSaysWhichPermissionIsMissing() throws IOException {
        Document page = Jsoup.parse(page(Samples.small()));
        assertThat(page.select("#coverage .headline").text()).startsWith("2 API calls of 4 gave no answer.");
        assertThat(page.select("#coverage .actions li").eachText()).containsExactly("s3:GetBucketPolicy");
        assertThat(page.select("#coverage .state").eachText()).containsExactly("denied", "timed out");
    }

    @Test
    void anEmptyResultIsAPageToo() throws IOException {
        AuditResult nothing =
                new AuditResult("1.0", Instant.EPOCH, List.of(), Coverage.NONE, List.of(), List.of(), List.of(), 0);
        assertThat(Jsoup.parse(page(nothing)).select(".headline").text())
                .contains("There was nothing to judge", "All 0 API calls were answered.");
    }

    @Test
    void beyondWhatABrowserTakesPassesAreCountedOnly() throws IOException {
        AuditResult result = Samples.large(2_000);
        long failing = result.findings().stream().filter(Finding::isOpenFailure).count();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlReporter(1_000).write(result, out);
        Document page = Jsoup.parse(out.toString(StandardCharsets.UTF_8));
        assertThat(page.select("#findings > .note").text()).contains("are counted in this report, but not listed");
        JsonNode data = JSON.readTree(page.getElementById("data").data());
        assertThat(data.get("findings").size()).isBetween((int) failing, 1_000);
        assertThat(page.select(".card.pass .figure").text())
                .isEqualTo(Html.number(result.counts().get(Verdict.PASS)));
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

    private static String page(AuditResult result) throws IOException {
        return new String(bytes(result), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(AuditResult result) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new HtmlReporter().write(result, out);
        return out.toByteArray();
    }

    private static JsonNode data(AuditResult result) throws IOException {
        return JSON.readTree(Jsoup.parse(page(result)).getElementById("data").data());
    }

    /** As a browser without scripts reads it, where what stands in noscript is markup. */
    private static Document parsedWithNoscript(AuditResult result) throws IOException {
        return Jsoup.parse(
                page(result).replace("<noscript>", "<div id=\"noscript\">").replace("</noscript>", "</div>"));
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
