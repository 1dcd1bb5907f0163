package io.awsaudit.collectors.macie2;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.macie2.Session;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.macie2.Macie2Client;
import software.amazon.awssdk.services.macie2.model.GetMacieSessionResponse;

/** Reads whether Macie is on in a region, and whether it samples buckets by itself. */
final class SessionCollector implements Collector<Session> {
    private static final AwsService<Macie2Client> MACIE = AwsService.of("macie2", Macie2Client::builder);
    private static final Operation GET_SESSION = Operation.of("macie2:GetMacieSession");
    private static final Detail DISCOVERY =
            Detail.of(Session.class, "automatedDiscovery", "macie2:GetAutomatedDiscoveryConfiguration");
    private static final Detail ADMINISTRATOR =
            Detail.of(Session.class, "administrator", "macie2:GetAdministratorAccount");

    @Override
    public Set<Class<? extends Session>> yields() {
        return Set.of(Session.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_SESSION);
    }

    @Override
    public List<Detail> details() {
        return List.of(DISCOVERY, ADMINISTRATOR);
    }

    @Override
    public Stream<Session> collect(Reads reads) {
        Macie2Client client = reads.client(MACIE);
        Arn arn = reads.arn("macie2", "session");
        return reads.list(GET_SESSION, () -> statusOf(client)).stream()
                .map(status -> new Session(
                        Identity.untagged(arn, reads.account(), reads.region(), "Amazon Macie"),
                        status,
                        reads.observe(
                                DISCOVERY,
                                arn,
                                () -> new Session.Status(Answers.sent(
                                        client.getAutomatedDiscoveryConfiguration(request -> {})
                                                .statusAsString(),
                                        "status"))),
                        reads.observe(ADMINISTRATOR, arn, () -> administratorOf(client))));
    }

    private static Optional<Session.Status> statusOf(Macie2Client client) {
        try {
            return Answers.orIfAbsent(
                            () -> Optional.of(client.getMacieSession(request -> {})),
                            Optional.<GetMacieSessionResponse>empty(),
                            "ResourceNotFoundException")
                    .map(session -> new Session.Status(Answers.sent(session.statusAsString(), "status")));
        } catch (AwsServiceException e) {
            if (isNotEnabled(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Macie has one code for what it refuses and for being off, and tells them apart by this sentence alone. */
    private static boolean isNotEnabled(AwsServiceException e) {
        return e.awsErrorDetails() != null
                && "AccessDeniedException".equals(e.awsErrorDetails().errorCode())
                && e.awsErrorDetails().errorMessage() != null
                && e.awsErrorDetails().errorMessage().startsWith("Macie is not enabled");
    }

    private static Optional<String> administratorOf(Macie2Client client) {
        return Optional.ofNullable(client.getAdministratorAccount(request -> {}).administrator())
                .map(administrator -> Answers.sent(administrator.accountId(), "accountId"));
    }
}
