package io.awsaudit.reports.difference;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.change.PropertyChange;
import io.awsaudit.inventory.change.ResourceChange;
import io.awsaudit.inventory.ec2.SecurityGroup;
import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.reports.Text;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Severity;
import io.awsaudit.rules.Verdict;
import io.awsaudit.rules.difference.Difference;
import io.awsaudit.rules.difference.VerdictChange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DifferenceReporterTest {
    private static final String ACCOUNT = "111122223333";
    private static final Gap DENIED =
            new Gap(Gap.Cause.DENIED, "ec2:DescribeSecurityGroups", Optional.of("ec2:DescribeSecurityGroups"), "no");

    @ParameterizedTest
    @CsvSource({"text, diff.txt", "json, diff.json", "markdown, diff.md", "html, diff.html"})
    void aDifferenceLooksLikeThis(String format, String file) {
        Golden.assertThatTextIs(file, text(format, small()));
    }

    static Stream<Difference> differences() {
        return Stream.of(small(), hostile(), nothing());
    }

    @ParameterizedTest
    @MethodSource("differences")
    void jsonIsValidByItsSchema(Difference difference) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schema/diff.schema.json")));
        assertThat(schema.validate(text("json", difference), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"text", "json", "markdown", "html"})
    void nothingInItActsOrHides(String format) {
        assertThat(text(format, hostile()).lines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(Text.visible(line)).isEqualTo(line));
    }

    @Test
    void hostileNamesAreNoMarkupInHtml() {
        assertThat(elements(Jsoup.parse(text("html", hostile()))))
                .isEqualTo(elements(Jsoup.parse(text("html", small()))));
    }

    @Test
    void hostileNamesAreNoMarkupInMarkdown() {
        TreeSet<String> tame = elements(rendered(small()));
        tame.add("code"); // where nothing in a name means anything
        assertThat(elements(rendered(hostile()))).isEqualTo(tame);
    }

    @Test
    void thePageLoadsAndRunsNothing() throws NoSuchAlgorithmException {
        Document page = Jsoup.parse(text("html", small()));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        String style = page.select("style").first().data();
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(policy)
                .startsWith("default-src 'none'; style-src 'sha256-" + digest + "'")
                .doesNotContain("unsafe");
        assertThat(page.select("script, link, img, iframe, [style], [onclick]")).isEmpty();
    }

    @Test
    void ofVeryMuchMarkdownNamesTheBeginningAndSaysSo() {
        List<ResourceChange> many = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            many.add(new ResourceChange(ResourceChange.Kind.ADDED, group("sg-" + i), List.of(), Optional.empty()));
        }
        Difference difference =
                new Difference(side("2026-01-01T00:00:00Z"), side("2026-01-02T00:00:00Z"), true, many, List.of());
        assertThat(text("markdown", difference))
                .contains("- and 450 more, which")
                .hasSizeLessThan(60_000);
    }

    private static Document rendered(Difference difference) {
        var extensions = List.of(TablesExtension.create(), AutolinkExtension.create(), StrikethroughExtension.create());
        return Jsoup.parse(HtmlRenderer.builder()
                .extensions(extensions)
                .build()
                .render(Parser.builder().extensions(extensions).build().parse(text("markdown", difference))));
    }

    private static TreeSet<String> elements(Document page) {
        TreeSet<String> elements = new TreeSet<>();
        for (Element element : page.getAllElements()) {
            elements.add(element.tagName());
            element.attributes().forEach(attribute -> elements.add(element.tagName() + "@" + attribute.getKey()));
        }
        return elements;
    }

    private static String text(String format, Difference difference) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            DifferenceReporter.of(format).orElseThrow().write(difference, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Difference nothing() {
        return new Difference(side("2026-01-01T00:00:00Z"), side("2026-01-02T00:00:00Z"), false, List.of(), List.of());
    }

    private static Difference small() {
        return of("web", "10.0.0.0/8 tcp/22", DENIED);
    }

    private static Difference hostile() {
        String all = String.join(" ", Samples.HOSTILE);
        return of(all, all, new Gap(Gap.Cause.DENIED, all, Optional.of(all), all));
    }

    private static Difference of(String name, String value, Gap gap) {
        SecurityGroup group = group(name);
        String appeared = "ingress " + value + " appeared on " + ResourceChange.label(group);
        return new Difference(
                side("2026-01-01T00:00:00Z"),
                side("2026-01-02T00:00:00Z"),
                true,
                List.of(
                        new ResourceChange(
                                ResourceChange.Kind.CHANGED,
                                group,
                                List.of(
                                        property("ingress", PropertyChange.Kind.APPEARED, null, value, null),
                                        property("egress", PropertyChange.Kind.DISAPPEARED, value, null, null),
                                        property("tags." + name, PropertyChange.Kind.CHANGED, value, value + "2", null),
                                        property("prefixLists", PropertyChange.Kind.UNSEEN_AFTER, value, null, gap)),
                                Optional.empty()),
                        new ResourceChange(ResourceChange.Kind.ADDED, group(name + "-2"), List.of(), Optional.empty()),
                        new ResourceChange(
                                ResourceChange.Kind.REMOVED, group(name + "-3"), List.of(), Optional.empty()),
                        new ResourceChange(
                                ResourceChange.Kind.UNSEEN_BEFORE,
                                group(name + "-4"),
                                List.of(),
                                Optional.of(gap.sentence())),
                        new ResourceChange(
                                ResourceChange.Kind.CHANGED,
                                group(name + "-5"),
                                List.of(property("prefixLists", PropertyChange.Kind.UNSEEN_BEFORE, null, value, gap)),
                                Optional.empty())),
                List.of(
                        verdict(VerdictChange.Kind.NEW, Verdict.FAIL, group, appeared, true),
                        verdict(VerdictChange.Kind.NEW, Verdict.UNKNOWN, group, gap.sentence(), true),
                        verdict(VerdictChange.Kind.FIXED, Verdict.PASS, group, appeared, false),
                        verdict(VerdictChange.Kind.GONE, Verdict.FAIL, group, name + " was removed", true),
                        verdict(VerdictChange.Kind.UPDATED, Verdict.NOT_APPLICABLE, group, appeared, true),
                        verdict(VerdictChange.Kind.UNSEEN, Verdict.FAIL, group, gap.sentence(), true)));
    }

    private static VerdictChange verdict(
            VerdictChange.Kind kind, Verdict verdict, Resource resource, String cause, boolean named) {
        return new VerdictChange(
                kind,
                new Finding(
                        "ec2-security-group-ssh-closed",
                        verdict,
                        Severity.HIGH,
                        Finding.Subject.of(resource),
                        "message",
                        List.of(),
                        List.of(),
                        List.of(),
                        "0123456789abcdef0123456789abcdef",
                        Optional.empty()),
                Optional.of(Verdict.PASS),
                "it passed then",
                List.of(new VerdictChange.Cause(resource.arn(), cause, named)),
                0);
    }

    private static PropertyChange property(
            String path,
            PropertyChange.Kind kind,
            @org.jspecify.annotations.Nullable String before,
            @org.jspecify.annotations.Nullable String after,
            @org.jspecify.annotations.Nullable Gap gap) {
        return new PropertyChange(
                path, kind, Optional.ofNullable(before), Optional.ofNullable(after), Optional.ofNullable(gap));
    }

    private static Difference.Side side(String asOf) {
        return new Difference.Side(
                Instant.parse(asOf), List.of(new Inventory.AccountScope(ACCOUNT, "aws", List.of("eu-west-1"))), 5);
    }

    private static SecurityGroup group(String name) {
        return new SecurityGroup(
                Identity.untagged(
                        new Arn("arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1"), ACCOUNT, "eu-west-1", name),
                name,
                Optional.empty(),
                List.of(),
                List.of(),
                Observed.known(Map.of()));
    }
}
