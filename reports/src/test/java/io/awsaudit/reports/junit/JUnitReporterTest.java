package io.awsaudit.reports.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.awsaudit.reports.Golden;
import io.awsaudit.reports.Samples;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import io.awsaudit.rules.Verdict;
import java.io.StringReader;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class JUnitReporterTest {
    private static final List<AuditResult> RESULTS = List.of(Samples.small(), Samples.hostile(), Samples.large(2_000));

    @Test
    void theSmallResultLooksLikeThis() {
        Golden.assertThatTextIs("junit.xml", Golden.text(new JUnitReporter(), Samples.small()));
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void theReportIsValidByTheSchemaOfJenkins(AuditResult result) throws SAXException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JUnitReporterTest.class.getResource("/junit/junit-10.xsd"));
        StreamSource report = new StreamSource(new StringReader(Golden.text(new JUnitReporter(), result)));
        assertThatCode(() -> schema.newValidator().validate(report)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void everyFindingIsATestCaseWithItsOutcome(AuditResult result) throws Exception {
        Document report = document(result);
        assertThat(count(report, "testcase")).isEqualTo(result.findings().size());
        assertThat(count(report, "failure"))
                .isEqualTo(result.findings().stream()
                        .filter(Finding::isOpenFailure)
                        .count());
        assertThat(count(report, "error"))
                .isEqualTo(result.findings().stream()
                        .filter(Finding::isOpenUnknown)
                        .count());
        assertThat(count(report, "skipped"))
                .isEqualTo(result.findings().stream()
                        .filter(finding -> finding.suppression().isPresent()
                                || finding.status() == Verdict.NOT_APPLICABLE
                                || finding.status() == Verdict.MANUAL)
                        .count());
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void aSuiteCountsWhatIsInIt(AuditResult result) throws Exception {
        NodeList suites = document(result).getElementsByTagName("testsuite");
        assertThat(suites.getLength()).isPositive();
        for (int i = 0; i < suites.getLength(); i++) {
            Element suite = (Element) suites.item(i);
            assertThat(suite.getElementsByTagName("testcase").getLength())
                    .isEqualTo(Integer.parseInt(suite.getAttribute("tests")));
            assertThat(suite.getElementsByTagName("failure").getLength())
                    .isEqualTo(Integer.parseInt(suite.getAttribute("failures")));
            assertThat(suite.getElementsByTagName("error").getLength())
                    .isEqualTo(Integer.parseInt(suite.getAttribute("errors")));
            assertThat(suite.getElementsByTagName("skipped").getLength())
                    .isEqualTo(Integer.parseInt(suite.getAttribute("skipped")));
        }
    }

    @ParameterizedTest
    @FieldSource("RESULTS")
    void noTwoTestCasesHaveOneName(AuditResult result) throws Exception {
        NodeList cases = document(result).getElementsByTagName("testcase");
        Set<String> names = new TreeSet<>();
        for (int i = 0; i < cases.getLength(); i++) {
            Element testCase = (Element) cases.item(i);
            assertThat(names.add(testCase.getAttribute("classname") + " " + testCase.getAttribute("name")))
                    .as(testCase.getAttribute("name"))
                    .isTrue();
        }
    }

    private static long count(Document report, String element) {
        return report.getElementsByTagName(element).getLength();
    }

    private static Document document(AuditResult result) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(Golden.text(new JUnitReporter(), result))));
    }
}
