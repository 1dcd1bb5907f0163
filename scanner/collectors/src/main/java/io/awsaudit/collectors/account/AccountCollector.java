package io.awsaudit.collectors.account;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.account.Account;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.account.AccountClient;
import software.amazon.awssdk.services.account.model.AlternateContactType;

/** Reads whom AWS turns to about the account. */
final class AccountCollector implements Collector<Account> {
    private static final AwsService<AccountClient> ACCOUNT = AwsService.of("account", AccountClient::builder);
    private static final Detail PRIMARY = Detail.of(Account.class, "primaryContact", "account:GetContactInformation");
    private static final Detail SECURITY = Detail.of(Account.class, "securityContact", "account:GetAlternateContact");

    @Override
    public Set<Class<? extends Account>> yields() {
        return Set.of(Account.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(); // there is always exactly one
    }

    @Override
    public List<Detail> details() {
        return List.of(PRIMARY, SECURITY);
    }

    @Override
    public Stream<Account> collect(Reads reads) {
        Arn arn = Account.arnOf(reads.partition(), reads.account());
        AccountClient client = reads.client(ACCOUNT);
        return Stream.of(new Account(
                Identity.untagged(arn, reads.account(), Identity.GLOBAL, reads.account()),
                reads.observe(
                        PRIMARY,
                        arn,
                        () -> Answers.orIfAbsent(
                                () -> {
                                    var contact = client.getContactInformation(request -> {})
                                            .contactInformation();
                                    return Optional.of(
                                            orEmpty(contact.fullName()) + ", " + orEmpty(contact.countryCode()));
                                },
                                Optional.empty(),
                                "ResourceNotFoundException")),
                reads.observe(
                        SECURITY,
                        arn,
                        () -> Answers.orIfAbsent(
                                () -> {
                                    var contact = client.getAlternateContact(request ->
                                                    request.alternateContactType(AlternateContactType.SECURITY))
                                            .alternateContact();
                                    return Optional.of(new Account.AlternateContact(
                                            orEmpty(contact.name()),
                                            orEmpty(contact.title()),
                                            orEmpty(contact.emailAddress()),
                                            orEmpty(contact.phoneNumber())));
                                },
                                Optional.empty(),
                                "ResourceNotFoundException"))));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
