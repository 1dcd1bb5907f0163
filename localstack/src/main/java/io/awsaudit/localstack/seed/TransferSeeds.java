package io.awsaudit.localstack.seed;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.transfer.TransferClient;
import software.amazon.awssdk.services.transfer.model.As2ConnectorConfig;
import software.amazon.awssdk.services.transfer.model.CreateServerRequest;
import software.amazon.awssdk.services.transfer.model.DirectoryListingOptimization;
import software.amazon.awssdk.services.transfer.model.EncryptionAlg;
import software.amazon.awssdk.services.transfer.model.EndpointType;
import software.amazon.awssdk.services.transfer.model.IdentityProviderType;
import software.amazon.awssdk.services.transfer.model.MdnResponse;
import software.amazon.awssdk.services.transfer.model.MdnSigningAlg;
import software.amazon.awssdk.services.transfer.model.Protocol;
import software.amazon.awssdk.services.transfer.model.SigningAlg;
import software.amazon.awssdk.services.transfer.model.Tag;

/**
 * Servers and connectors of the Transfer Family. AWS names them by ids; their tag {@code Name} says what is wrong with each.
 * moto has neither workflows nor agreements, certificates and profiles.
 */
final class TransferSeeds implements Seeds {
    @Override
    public void insecure(EmulatedAccount account) {
        used(account, server(account, "insecure-ftp", server -> server.protocols(Protocol.SFTP, Protocol.FTP)));
        used(account, server(account, "insecure-on-internet", server -> server.endpointType(EndpointType.PUBLIC)));
        used(
                account,
                server(
                        account,
                        "insecure-one-zone",
                        server -> server.endpointDetails(
                                details -> details.vpcId("vpc-0a").subnetIds("subnet-0a"))));
        used(account, server(account, "insecure-without-logs", server -> server.structuredLogDestinations(List.of())));
        used(
                account,
                server(
                        account,
                        "insecure-old-algorithms",
                        server -> server.securityPolicyName("TransferSecurityPolicy-2018-11")));
        server(account, "insecure-unused", server -> {});
        used(
                account,
                server(
                        account,
                        "insecure-slow-listings",
                        server -> server.s3StorageOptions(options ->
                                options.directoryListingOptimization(DirectoryListingOptimization.DISABLED))));
        connector(account, "insecure-without-log", null, as2 -> {});
        String role = role(account);
        connector(account, "insecure-plain-messages", role, as2 -> as2.encryptionAlgorithm(EncryptionAlg.NONE));
        connector(account, "insecure-unsigned-messages", role, as2 -> as2.signingAlgorithm(SigningAlg.NONE));
        connector(account, "insecure-unsigned-receipts", role, as2 -> as2.mdnSigningAlgorithm(MdnSigningAlg.NONE));
    }

    @Override
    public void hardened(EmulatedAccount account) {
        used(account, server(account, "hardened-server", server -> {}));
        connector(account, "hardened-connector", role(account), as2 -> {});
    }

    private static String role(EmulatedAccount account) {
        return "arn:aws:iam::%s:role/transfer".formatted(account.id());
    }

    private static Tag name(String name) {
        return Tag.builder().key("Name").value(name).build();
    }

    private static String server(EmulatedAccount account, String name, Consumer<CreateServerRequest.Builder> more) {
        CreateServerRequest.Builder request = CreateServerRequest.builder()
                .protocols(Protocol.SFTP)
                .identityProviderType(IdentityProviderType.SERVICE_MANAGED)
                .endpointType(EndpointType.VPC)
                .endpointDetails(details -> details.vpcId("vpc-0a").subnetIds("subnet-0a", "subnet-0b"))
                .securityPolicyName("TransferSecurityPolicy-2024-01")
                .s3StorageOptions(options -> options.directoryListingOptimization(DirectoryListingOptimization.ENABLED))
                .structuredLogDestinations("arn:aws:logs:%s:%s:log-group:/aws/transfer/%s:*"
                        .formatted(EmulatedAccount.HOME.id(), account.id(), name))
                .tags(name(name));
        more.accept(request);
        return account.client(TransferClient.builder())
                .createServer(request.build())
                .serverId();
    }

    private static void used(EmulatedAccount account, String server) {
        account.client(TransferClient.builder())
                .createUser(
                        request -> request.serverId(server).userName("partner").role(role(account)));
    }

    private static void connector(
            EmulatedAccount account, String name, @Nullable String role, Consumer<As2ConnectorConfig.Builder> more) {
        As2ConnectorConfig.Builder as2 = As2ConnectorConfig.builder()
                .localProfileId("p-11111111111111111")
                .partnerProfileId("p-22222222222222222")
                .encryptionAlgorithm(EncryptionAlg.AES256_CBC)
                .signingAlgorithm(SigningAlg.SHA256)
                .mdnSigningAlgorithm(MdnSigningAlg.SHA256)
                .mdnResponse(MdnResponse.SYNC);
        more.accept(as2);
        account.client(TransferClient.builder())
                .createConnector(request -> request.url("https://partner.example.com")
                        .accessRole(role(account))
                        .loggingRole(role)
                        .as2Config(as2.build())
                        .tags(name(name)));
    }
}
