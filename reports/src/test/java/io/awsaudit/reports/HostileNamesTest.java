package io.awsaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What no text of an account may do, whoever reads the report. Each format is read by a parser of those who read it, and
 * what is in it is compared with what is in the report of a tame account: hostile names add text and nothing else.
 */
class HostileNamesTest {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** As GitHub and GitLab extend CommonMark. */
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), AutolinkExtension.create(), StrikethroughExtension.create());

    private static final Set<String> OURS =
            Set.of("p", "code", "code@class", "ul", "li", "em", "strong", "pre", "a", "a@href");

    /** What GitHub and GitLab make of text outside of code: people who are told, issues, addresses, formulas, pictures. */
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![\\w`])@\\w|(?<![\\w&])#\\d|(?i:https?://|www\\.)|\\$[^$ ]+\\$|(?<!\\w):[a-z]+:(?!:)|(?<!\\w)[!~%&]\\d");

    private static final AuditResult TAME = DemoAccount.judged();
    private static final AuditResult HOSTILE = DemoAccount.named(String.join(" ", Samples.HOSTILE));

    static Stream<String> formats() {
        return Reporters.formats().stream();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void hostileNamesAreTextAndNothingElse(String format) throws IOException {
        assertThatIsInert(format, text(format, Samples.hostile()), text(format, Samples.small()));
    }

    /** {@return those that list findings as text: the terminal has a summary, and the page packs what it shows} */
    static Stream<String> lists() {
        return formats().filter(format -> !format.equals("console") && !format.equals("html"));
    }

    @ParameterizedTest
    @MethodSource("lists")
    void whatAHostileNameSaysCanBeRead(String format) throws IOException {
        List<String> texts = texts(format, text(format, Samples.hostile()));
        List<String> names = Samples.hostile().findings().stream()
                .filter(Finding::isOpenFailure)
                .map(finding -> finding.resource().name())
                .toList();
        assertThat(names)
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(texts)
                        .anyMatch(text -> text.contains(name) || plain(text).contains(plain(Text.visible(name)))));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void anAccountFullOfHostileNamesIsReportedAsATameOneIs(String format) throws IOException {
        assertThat(HOSTILE.findings().toString()).contains("<script>document.title=");
        String report = text(format, HOSTILE);
        assertThat(report.lines())
                .allSatisfy(line -> assertThat(Text.visible(line)).isEqualTo(line));
        assertThatIsInert(format, report, text(format, TAME));
    }

    /** A format that is not here has yet to say what would be harm in it. */
    private static void assertThatIsInert(String format, String hostile, String tame) throws IOException {
        switch (format) {
            case "console" -> {} // lines without what acts on a terminal, as in every format
            case "json", "asff" -> JSON.readTree(hostile);
            case "jsonl", "ocsf" ->
                hostile.lines()
                        .forEach(line ->
                                assertThat(JSON.readTree(line).isObject()).isTrue());
            case "sarif" -> assertThatSarifIsInert(JSON.readTree(hostile));
            case "gitlab" -> assertThatGitlabIsInert(JSON.readTree(hostile));
            case "csv" -> assertThatCsvIsInert(hostile, tame);
            case "junit" -> assertThat(names(xml(hostile))).isEqualTo(names(xml(tame)));
            case "markdown" -> assertThatMarkdownIsInert(hostile, tame);
            case "html" -> assertThatPageIsInert(page(hostile), page(tame));
            default -> fail("What would be harm in '%s'? Say so here, and how its texts are read.", format);
        }
    }

    /** {@return what a report says, as whoever reads it is shown it} */
    private static List<String> texts(String format, String report) throws IOException {
        return switch (format) {
            case "json", "asff", "sarif", "gitlab" -> texts(JSON.readTree(report));
            case "jsonl", "ocsf" ->
                report.lines()
                        .flatMap(line -> texts(JSON.readTree(line)).stream())
                        .toList();
            case "csv" ->
                records(report, ',').flatMap(row -> row.getFields().stream()).toList();
            case "junit" -> texts(xml(report), new ArrayList<>());
            case "markdown" -> List.of(Jsoup.parse(rendered(report)).text());
            default -> fail("How are the texts of '%s' read?", format);
        };
    }

    // --- JSON -------------------------------------------------------------------------------------------------------

    private static List<String> texts(JsonNode json) {
        List<String> texts = new ArrayList<>();
        if (json.isString()) {
            texts.add(json.asString());
        }
        json.propertyNames().forEach(texts::add);
        json.forEach(child -> texts.addAll(texts(child)));
        return texts;
    }

    /** SARIF 3.11.6: brackets make a link of plain text; 3.11.9: braces a placeholder. 3.11.4: some text is Markdown. */
    private static void assertThatSarifIsInert(JsonNode sarif) {
        for (JsonNode message : sarif.findValues("message")) {
            if (message.has("text")) {
                assertThat(message.path("text").asString())
                        .doesNotContainPattern("(?<!\\\\)(\\\\\\\\)*\\]\\(")
                        .doesNotContainPattern("(?<!\\{)\\{[0-9]+\\}(?!\\})");
            }
        }
        for (JsonNode help : sarif.at("/runs/0/tool/driver/rules").findValues("markdown")) {
            // What a check's author wrote, whose links are wanted.
            assertThat(names(Jsoup.parseBodyFragment(rendered(help.asString()))))
                    .isSubsetOf(OURS);
        }
    }

    /** GitLab renders what describes a vulnerability, and how to mend it, as Markdown. */
    private static void assertThatGitlabIsInert(JsonNode report) {
        for (String field : List.of("description", "solution")) {
            for (JsonNode markdown : report.path("vulnerabilities").findValues(field)) {
                assertThatMarkdownIsInert(markdown.asString(), "");
            }
        }
    }

    // --- CSV --------------------------------------------------------------------------------------------------------

    private static Stream<CsvRecord> records(String csv, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(false)
                .allowExtraFields(false)
                .ofCsvRecord(csv.startsWith("\ufeff") ? csv.substring(1) : csv)
                .stream();
    }

    private static void assertThatCsvIsInert(String hostile, String tame) {
        List<String> head = records(tame, ',').findFirst().orElseThrow().getFields();
        assertThat(records(hostile, ',').findFirst().orElseThrow().getFields()).isEqualTo(head);
        // OWASP: a spreadsheet takes what begins so for a formula, with white space before it, too.
        assertThat(records(hostile, ',').flatMap(row -> row.getFields().stream()))
                .hasSizeGreaterThan(head.size())
                .noneMatch(field -> field.strip().matches("(?s)[=+\\-@\uff1d\uff0b\uff0d\uff20|%].*"));
    }

    // --- XML --------------------------------------------------------------------------------------------------------

    private static Node xml(String xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException | SAXException e) {
            throw new AssertionError("not well-formed", e);
        }
    }

    private static Set<String> names(Node node) {
        Set<String> names = new TreeSet<>();
        if (node.getNodeType() != Node.TEXT_NODE) { // CDATA, comments and instructions are names as well
            names.add(node.getNodeName());
        }
        for (int i = 0; node.getAttributes() != null && i < node.getAttributes().getLength(); i++) {
            names.add(node.getNodeName() + "@" + node.getAttributes().item(i).getNodeName());
        }
        for (int i = 0; i < node.getChildNodes().getLength(); i++) {
            names.addAll(names(node.getChildNodes().item(i)));
        }
        return names;
    }

    private static List<String> texts(Node node, List<String> texts) {
        if (node.getNodeValue() != null) {
            texts.add(node.getNodeValue());
        }
        for (int i = 0; node.getAttributes() != null && i < node.getAttributes().getLength(); i++) {
            texts.add(node.getAttributes().item(i).getNodeValue());
        }
        for (int i = 0; i < node.getChildNodes().getLength(); i++) {
            texts(node.getChildNodes().item(i), texts);
        }
        return texts;
    }

    // --- Markdown ---------------------------------------------------------------------------------------------------

    private static String rendered(String markdown) {
        return HtmlRenderer.builder()
                .extensions(EXTENSIONS)
                .build()
                .render(Parser.builder().extensions(EXTENSIONS).build().parse(markdown));
    }

    private static void assertThatMarkdownIsInert(String hostile, String tame) {
        Document page = Jsoup.parseBodyFragment(rendered(hostile));
        Set<String> ours = new HashSet<>(names(Jsoup.parseBodyFragment(rendered(tame))));
        ours.addAll(OURS);
        assertThat(names(page)).isSubsetOf(ours);
        assertThat(page.select("a[href]").eachAttr("href")).noneMatch(HostileNamesTest::isForeign);
        List<String> outsideOfCode = new ArrayList<>();
        NodeTraversor.traverse(
                (NodeVisitor) (node, depth) -> {
                    if (node instanceof TextNode text && text.parent().closest("code, pre, a") == null) {
                        outsideOfCode.add(text.getWholeText());
                    }
                },
                page.body());
        assertThat(outsideOfCode).noneMatch(text -> REFERENCE.matcher(text).find());
        for (Element row : page.select("tr")) {
            assertThat(row.childrenSize())
                    .as("cells of " + row)
                    .isEqualTo(row.closest("table").selectFirst("tr").childrenSize());
        }
    }

    // --- HTML -------------------------------------------------------------------------------------------------------

    /** As a browser without scripts reads it, for which what stands in noscript is markup. */
    private static Document page(String html) {
        return Jsoup.parse(html.replace("<noscript>", "<div>").replace("</noscript>", "</div>"));
    }

    private static void assertThatPageIsInert(Document page, Document tame) {
        // Data stands in elements of a type that no browser runs, as many as there are data.
        String code = "script:not([type=application/gzip])";
        assertThat(page.select(code).outerHtml()).isEqualTo(tame.select(code).outerHtml());
        assertThat(page.select("script[type=application/gzip]"))
                .allMatch(data -> data.data().matches("[A-Za-z0-9+/=\\s]*")
                        && data.id().matches("contents|(details|resources)-[0-9]+"));
        assertThat(page.select("img, iframe, object, embed, link, base, form")).isEmpty();
        assertThat(names(page)).noneMatch(name -> name.contains("@on"));
        assertThat(page.select("a[href]").eachAttr("href")).noneMatch(HostileNamesTest::isForeign);
    }

    private static Set<String> names(Document page) {
        Set<String> names = new HashSet<>();
        for (Element element : page.body().select("*")) {
            names.add(element.tagName());
            for (Attribute attribute : element.attributes()) {
                names.add(element.tagName() + "@" + attribute.getKey());
            }
        }
        names.remove("body");
        return names;
    }

    // --- all --------------------------------------------------------------------------------------------------------

    /** Within the report, or to those who publish what checks rest on. */
    private static boolean isForeign(String address) {
        return !address.startsWith("#")
                && !address.matches(
                        "https://(docs\\.aws\\.amazon\\.com|aws\\.amazon\\.com|repost\\.aws|www\\.cisecurity\\.org)/.*");
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\\\`]+", "");
    }

    private static String text(String format, AuditResult result) {
        return Golden.text(Reporters.of(format, Choices.PLAIN).orElseThrow(), result);
    }
}
