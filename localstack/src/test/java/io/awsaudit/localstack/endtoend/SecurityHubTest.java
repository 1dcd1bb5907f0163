package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.arns.Arn;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFinding;
import software.amazon.awssdk.services.securityhub.model.AwsSecurityFindingFilters;
import software.amazon.awssdk.services.securityhub.model.BatchImportFindingsResponse;
import software.amazon.awssdk.services.securityhub.model.ComplianceStatus;
import software.amazon.awssdk.services.securityhub.model.RecordState;
import software.amazon.awssdk.services.securityhub.model.SeverityLabel;

/** Findings as the program writes them are taken by Security Hub, and come back out of it as they went in. */
final class SecurityHubTest {
    /** The most that one call takes. */
    private static final int BATCH = 100;

    private static AwsEmulator emulator;
    private static List<AwsSecurityFinding> written;

    @BeforeAll
    static void audit(@TempDir Path folder) throws IOException {
        emulator = Emulators.empty();
        Program.Run run = Program.in(folder).run("demo", "--output", "out", "--format", "asff", "--include-passed");
        assertThat(run.exitCode()).as(run.err()).isZero();
        written = read(folder.resolve("out").resolve("findings.asff.json"));
        byRegion().keySet().forEach(region -> hub(region).enableSecurityHub(request -> {}));
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void theFindingsOfEachRegionAreImportedAndComeBack() {
        byRegion().forEach((region, findings) -> {
            for (int from = 0; from < findings.size(); from += BATCH) {
                List<AwsSecurityFinding> batch = findings.subList(from, Math.min(from + BATCH, findings.size()));
                BatchImportFindingsResponse answer =
                        hub(region).batchImportFindings(request -> request.findings(batch));
                assertThat(answer.failedFindings()).isEmpty();
                assertThat(answer.failedCount()).isZero();
                assertThat(answer.successCount()).isEqualTo(batch.size());
            }
            assertThat(hub(region)
                            .getFindingsPaginator(request -> request.filters(
                                    AwsSecurityFindingFilters.builder().build()))
                            .findings())
                    .containsExactlyInAnyOrderElementsOf(findings);
        });
        assertThat(byRegion()).hasSize(3);
    }

    @Test
    void theSdkKnowsEveryWord() {
        assertThat(written).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.compliance().status()).isNotIn(null, ComplianceStatus.UNKNOWN_TO_SDK_VERSION);
            assertThat(finding.severity().label()).isNotIn(null, SeverityLabel.UNKNOWN_TO_SDK_VERSION);
            assertThat(finding.recordState()).isEqualTo(RecordState.ACTIVE);
            assertThat(finding.resources()).hasSize(1);
            assertThat(finding.resources().get(0).details().other()).containsKey("CloudFormationType");
        });
        assertThat(written)
                .extracting(finding -> finding.compliance().status())
                .contains(
                        ComplianceStatus.PASSED,
                        ComplianceStatus.FAILED,
                        ComplianceStatus.WARNING,
                        ComplianceStatus.NOT_AVAILABLE);
    }

    /** Reads the file as the SDK reads an answer of {@code GetFindings}, whose form it has. */
    private static List<AwsSecurityFinding> read(Path file) throws IOException {
        byte[] body = Files.readAllBytes(file);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try (SecurityHubClient client = SecurityHubClient.builder()
                .endpointOverride(
                        URI.create("http://localhost:" + server.getAddress().getPort()))
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .build()) {
            return client.getFindings(request -> {}).findings();
        } finally {
            server.stop(0);
        }
    }

    private static Map<Region, List<AwsSecurityFinding>> byRegion() {
        Map<Region, List<AwsSecurityFinding>> regions = new LinkedHashMap<>();
        written.forEach(finding -> regions.computeIfAbsent(
                        Region.of(Arn.fromString(finding.productArn()).region().orElseThrow()),
                        region -> new ArrayList<>())
                .add(finding));
        return regions;
    }

    private static SecurityHubClient hub(Region region) {
        return emulator.client(SecurityHubClient.builder(), region);
    }
}
