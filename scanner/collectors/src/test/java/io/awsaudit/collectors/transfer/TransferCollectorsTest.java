package io.awsaudit.collectors.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CannedAws;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.transfer.Agreement;
import io.awsaudit.inventory.transfer.Certificate;
import io.awsaudit.inventory.transfer.Connector;
import io.awsaudit.inventory.transfer.ConnectorDescription;
import io.awsaudit.inventory.transfer.Profile;
import io.awsaudit.inventory.transfer.Server;
import io.awsaudit.inventory.transfer.ServerDescription;
import io.awsaudit.inventory.transfer.Workflow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What the emulator cannot be brought to say of the Transfer Family, with AWS's documented responses. It has no pages, and
 * neither workflows, agreements, certificates, profiles nor their tags.
 */
class TransferCollectorsTest {
    private static final String ARN = "arn:aws:transfer:us-east-1:111122223333:";
    private static final String SERVERS = "TransferService.ListServers";
    private static final String SERVER = "TransferService.DescribeServer";
    private static final String CONNECTORS = "TransferService.ListConnectors";
    private static final String CONNECTOR = "TransferService.DescribeConnector";
    private static final String TAGS = "TransferService.ListTagsForResource";

    @Test
    void serversComePageByPageWithTheirTags() {
        try (CannedAws aws = new CannedAws()
                .json(SERVERS, "{\"Servers\": [" + listed("s-1", "") + "], \"NextToken\": \"more\"}")
                .json("\"NextToken\":\"more\"", "{\"Servers\": [" + listed("s-2", "") + "]}")
                .json(SERVER, """
                        {"Server": {"Arn": "a", "Tags": [{"Key": "Owner", "Value": "me"}]}}""")) {
            assertThat(aws.collect(Server.class).resources())
                    .allMatch(server -> server.tags().knownToBe(Map.of("Owner", "me")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("s-1", "s-2");
            assertThat(aws.requests())
                    .filteredOn(request -> request.contains(SERVERS))
                    .allMatch(request -> request.contains("\"MaxResults\":1000"));
        }
    }

    @Test
    void whatWasNeverSetIsAsTheServiceTakesIt() {
        Server server = server("", "{\"Arn\": \"a\"}");
        assertThat(server.loggingRole()).isEmpty();
        assertThat(server.userCount()).isEmpty();
        assertThat(server.countsUsers()).isFalse();
        ServerDescription description = server.description().asOptional().orElseThrow();
        assertThat(description.protocols()).containsExactly("SFTP");
        assertThat(description.policyInForce()).isEqualTo("TransferSecurityPolicy-2018-11");
        assertThat(description.logDestinations()).isEmpty();
        assertThat(description.subnets()).isEmpty();
        assertThat(description.directoryListingOptimized()).isFalse();
        assertThat(server.isOnFileSystem()).isFalse();
    }

    @Test
    void settingsAreReadAsTheyWereChosen() {
        Server server = server(", \"LoggingRole\": \"\", \"UserCount\": 0", """
                {"Arn": "a", "Protocols": ["FTP", "FTPS"], "SecurityPolicyName": "TransferSecurityPolicy-2024-01",
                "StructuredLogDestinations": ["arn:aws:logs:us-east-1:111122223333:log-group:g:*"],
                "EndpointDetails": {"SubnetIds": ["subnet-1"]}, "S3StorageOptions": {"DirectoryListingOptimization": "ENABLED"}}""");
        assertThat(server.loggingRole()).isEmpty();
        assertThat(server.hasNoUsers()).isTrue();
        ServerDescription description = server.description().asOptional().orElseThrow();
        assertThat(ServerDescription.WITH_FTP.test(description)).isTrue();
        assertThat(description.directoryListingOptimized()).isTrue();
        assertThat(description.policyInForce()).isEqualTo("TransferSecurityPolicy-2024-01");
        assertThat(description.subnets())
                .containsExactly(new Arn("arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1"));
        assertThat(server.edges()).extracting(Edge::relation).containsExactly(Relation.IN, Relation.LOGS_TO);
    }

    @Test
    void aRefusedServerIsThereWithUnknownSettings() {
        try (CannedAws aws = new CannedAws()
                .json(SERVERS, "{\"Servers\": [" + listed("s-1", "") + "]}")
                .answer(SERVER, 400, "application/json", "{\"__type\": \"AccessDeniedException\"}")) {
            Server server = (Server) aws.collect(Server.class).resources().get(0);
            assertThat(server.description().isKnown()).isFalse();
            assertThat(server.tags().isKnown()).isFalse();
        }
    }

    @Test
    void connectorsAreReadWithHowTheyProtectMessages() {
        try (CannedAws aws = new CannedAws()
                .json(
                        CONNECTORS,
                        "{\"Connectors\": [{\"Arn\": \"" + ARN + "connector/c-1\", \"ConnectorId\": \"c-1\"}]}")
                .json(CONNECTOR, """
                        {"Connector": {"Arn": "a", "LoggingRole": "arn:aws:iam::111122223333:role/r", "As2Config":
                        {"EncryptionAlgorithm": "NONE", "SigningAlgorithm": "SHA1", "MdnSigningAlgorithm": "DEFAULT",
                        "MdnResponse": "SYNC"}}}""")) {
            ConnectorDescription connector = ((Connector)
                            aws.collect(Connector.class).resources().get(0))
                    .description()
                    .asOptional()
                    .orElseThrow();
            assertThat(connector.loggingRole()).hasValue(new Arn("arn:aws:iam::111122223333:role/r"));
            assertThat(ConnectorDescription.encryptingWith(List.of("NONE")).test(connector))
                    .isTrue();
            assertThat(ConnectorDescription.askingForReceiptsWith(List.of("SHA1"))
                            .test(connector))
                    .isTrue();
        }
    }

    @Test
    void aConnectorForSftpHasNoMessagesAndWithoutRoleNoLog() {
        try (CannedAws aws = new CannedAws()
                .json(
                        CONNECTORS,
                        "{\"Connectors\": [{\"Arn\": \"" + ARN + "connector/c-1\", \"ConnectorId\": \"c-1\"}]}")
                .json(CONNECTOR, "{\"Connector\": {\"Arn\": \"a\", \"SftpConfig\": {\"UserSecretId\": \"s\"}}}")) {
            Connector connector =
                    (Connector) aws.collect(Connector.class).resources().get(0);
            assertThat(connector.description().knownTo(ConnectorDescription.WITHOUT_AS2))
                    .isTrue();
            assertThat(connector.description().knownTo(ConnectorDescription.WITHOUT_LOGS))
                    .isTrue();
        }
    }

    @Test
    void agreementsAreReadServerAfterServer() {
        try (CannedAws aws = new CannedAws()
                .json(SERVERS, "{\"Servers\": [" + listed("s-1", "") + "," + listed("s-2", "") + "]}")
                .json("TransferService.ListAgreements", "{\"Agreements\": []}")
                .json(
                        "\"ServerId\":\"s-2\"",
                        "{\"Agreements\": [{\"Arn\": \"" + ARN + "agreement/a-1\", \"AgreementId\": \"a-1\"}]}")
                .json(TAGS, "{\"Arn\": \"a\", \"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}], \"NextToken\": \"tags\"}")
                .json("\"NextToken\":\"tags\"", "{\"Arn\": \"a\", \"Tags\": [{\"Key\": \"b\", \"Value\": \"2\"}]}")) {
            Agreement agreement =
                    (Agreement) aws.collect(Agreement.class).resources().get(0);
            assertThat(agreement.server()).isEqualTo(new Arn(ARN + "server/s-2"));
            assertThat(agreement.tags().knownToBe(Map.of("a", "1", "b", "2"))).isTrue();
        }
    }

    @Test
    void certificatesAreReadWithTheDayOfTheirEnd() {
        try (CannedAws aws = new CannedAws()
                .json("TransferService.ListCertificates", """
                        {"Certificates": [{"Arn": "%scertificate/cert-1", "CertificateId": "cert-1", "Status": "ACTIVE", "Usage": "SIGNING",
                        "InactiveDate": 1767139200}, {"Arn": "%scertificate/cert-2", "CertificateId": "cert-2", "Status": "INACTIVE"}]}""".formatted(ARN, ARN))
                .json(TAGS, "{\"Arn\": \"a\", \"Tags\": []}")) {
            List<Certificate> certificates = aws.collect(Certificate.class).resources().stream()
                    .map(Certificate.class::cast)
                    .toList();
            Instant day = Instant.parse("2025-12-20T00:00:00Z");
            assertThat(certificates.get(0).endsWithin(30, day)).isTrue();
            assertThat(certificates.get(0).endsWithin(5, day)).isFalse();
            assertThat(certificates.get(1).isInactive()).isTrue();
            assertThat(certificates.get(1).endsWithin(30, day)).isFalse();
        }
    }

    @Test
    void workflowsAndProfilesAreReadWithTheirTags() {
        try (CannedAws aws = new CannedAws()
                .json(
                        "TransferService.ListWorkflows",
                        "{\"Workflows\": [{\"Arn\": \"" + ARN + "workflow/w-1\", \"WorkflowId\": \"w-1\"}]}")
                .json(
                        "TransferService.ListProfiles",
                        "{\"Profiles\": [{\"Arn\": \"" + ARN
                                + "profile/p-1\", \"ProfileId\": \"p-1\", \"ProfileType\": \"LOCAL\"}]}")
                .json(TAGS, "{\"Arn\": \"a\", \"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}]}")) {
            assertThat(aws.collect(Workflow.class, Profile.class).resources())
                    .allMatch(resource -> resource.tags().knownToBe(Map.of("a", "1")))
                    .extracting(Resource::name)
                    .containsExactlyInAnyOrder("w-1", "p-1");
        }
    }

    private static Server server(String listed, String described) {
        try (CannedAws aws = new CannedAws()
                .json(SERVERS, "{\"Servers\": [" + listed("s-1", listed) + "]}")
                .json(SERVER, "{\"Server\": " + described + "}")) {
            return (Server) aws.collect(Server.class).resources().get(0);
        }
    }

    private static String listed(String id, String more) {
        return """
                {"Arn": "%sserver/%s", "ServerId": "%s", "State": "ONLINE", "EndpointType": "VPC",
                "IdentityProviderType": "SERVICE_MANAGED"%s}""".formatted(ARN, id, id, more);
    }
}
