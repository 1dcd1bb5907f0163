package io.awsaudit.cli;

import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.snapshot.Snapshot;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which account is read, and how. */
final class ConnectionOptions {
    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of ~/.aws/config, SSO profiles too.")
    @Nullable
    String profile;

    @Option(
            names = "--regions",
            paramLabel = "NAMES",
            split = ",",
            description = "Regions to read, or 'all' (default: all that are enabled).")
    List<String> regions = List.of("all");

    @Option(names = "--role-arn", paramLabel = "ARN", description = "Role to assume first.")
    @Nullable
    String roleArn;

    @Option(names = "--external-id", paramLabel = "ID", description = "External id for that role.")
    @Nullable
    String externalId;

    @Option(
            names = "--role-session-name",
            paramLabel = "NAME",
            defaultValue = "aws-audit",
            description = "Session name for that role (default: ${DEFAULT-VALUE}).")
    String roleSessionName;

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "An endpoint that stands in for AWS, such as an emulator's (default: AWS_ENDPOINT_URL).")
    @Nullable
    String endpoint;

    @Option(
            names = "--concurrency",
            paramLabel = "N",
            defaultValue = "256",
            description = "Calls under way at once, at most (default: ${DEFAULT-VALUE}).")
    int concurrency;

    @Option(
            names = "--resume",
            paramLabel = "FILE",
            description = "Go on with a collection that was interrupted, from the snapshot that it kept.")
    @Nullable
    Path resume;

    /** {@return what an earlier run kept, where one was named} */
    Optional<Inventory> earlier() {
        return Optional.ofNullable(resume).map(Snapshot::read);
    }

    /**
     * Opens the connection.
     *
     * @param earlier what it goes on with: the same account, and its regions besides those that are named
     */
    Connection open(Optional<Inventory> earlier) {
        if (concurrency < 1 || concurrency > 1000) {
            throw new UsageException("--concurrency must be between 1 and 1000, and is " + concurrency + ".");
        }
        if (externalId != null && roleArn == null) {
            throw new UsageException("--external-id goes with --role-arn.");
        }
        TreeSet<String> chosen = new TreeSet<>(regions);
        if (chosen.contains("all")) {
            chosen.clear();
        }
        // Besides those that are named: a listing of all regions would seem whole without the earlier ones.
        earlier.ifPresent(before -> before.accounts().forEach(account -> chosen.addAll(account.regions())));
        Connection connection = Connection.open(
                new ConnectionSettings(
                        AuditCommand.text(profile),
                        endpointUri(),
                        AuditCommand.text(roleArn),
                        AuditCommand.text(externalId),
                        roleSessionName,
                        ConnectionOptions::askForMfaCode,
                        concurrency),
                chosen);
        earlier.ifPresent(before -> before.accounts().forEach(account -> {
            if (!account.id().equals(connection.account())) {
                throw new UsageException(resume + " is of account " + account.id() + ", and these credentials are of "
                        + connection.account() + " (--resume).");
            }
        }));
        return connection;
    }

    private Optional<URI> endpointUri() {
        return AuditCommand.text(endpoint)
                .or(() -> AuditCommand.text(System.getenv("AWS_ENDPOINT_URL")))
                .map(text -> {
                    try {
                        URI uri = URI.create(text);
                        if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                                && uri.getHost() != null) {
                            return uri;
                        }
                    } catch (IllegalArgumentException e) {
                        // said below
                    }
                    throw new UsageException(
                            "The endpoint must be a URL such as http://localhost:4566, and is '" + text + "'.");
                });
    }

    private static String askForMfaCode(String serial) {
        var console = System.console();
        if (console == null) {
            throw new UsageException(
                    "The profile needs a code of MFA device " + serial + ", and there is no terminal to ask at.");
        }
        return console.readLine("MFA code for %s: ", serial).strip();
    }
}
