package io.awsaudit.collectors.sesv2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Once;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.sesv2.EmailIdentity;
import io.awsaudit.inventory.sesv2.EmailIdentity.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.DkimAttributes;
import software.amazon.awssdk.services.sesv2.model.GetEmailIdentityResponse;
import software.amazon.awssdk.services.sesv2.model.IdentityInfo;

/** Reads the domains and addresses that mail is sent from. */
final class EmailIdentityCollector implements Collector<EmailIdentity> {
    private static final Operation LIST =
            Operation.of("ses:ListEmailIdentities").pages(Ses.PAGE);
    private static final Operation GET = Operation.of("ses:GetEmailIdentity");
    private static final Detail SETTINGS = Detail.of(EmailIdentity.class, "settings", GET.id());
    private static final Detail TAGS = Detail.of(EmailIdentity.class, "tags", GET.id());

    @Override
    public Set<Class<? extends EmailIdentity>> yields() {
        return Set.of(EmailIdentity.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<EmailIdentity> collect(Reads reads) {
        SesV2Client ses = reads.client(Ses.CLIENT);
        return reads.each(
                EmailIdentity.class,
                reads.pages(
                        LIST,
                        () -> ses.listEmailIdentitiesPaginator(request -> request.pageSize(Ses.PAGE)).stream()
                                .flatMap(page -> page.emailIdentities().stream())::iterator),
                listed -> arnOf(listed, reads),
                listed -> read(listed, ses, reads));
    }

    private static Arn arnOf(IdentityInfo listed, Reads reads) {
        return reads.arn("ses", "identity/" + listed.identityName());
    }

    private static EmailIdentity read(IdentityInfo listed, SesV2Client ses, Reads reads) {
        Arn arn = arnOf(listed, reads);
        // One answer holds both.
        Supplier<GetEmailIdentityResponse> identity = new Once<>(() ->
                reads.list(GET, () -> ses.getEmailIdentity(request -> request.emailIdentity(listed.identityName()))));
        return new EmailIdentity(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        listed.identityName(),
                        reads.observe(TAGS, arn, () -> Ses.map(identity.get().tags()))),
                Ses.text(listed.identityTypeAsString()).orElse(""),
                Ses.text(listed.verificationStatusAsString()).orElse(""),
                reads.observe(SETTINGS, arn, () -> settings(identity.get())));
    }

    private static Settings settings(GetEmailIdentityResponse sent) {
        Optional<DkimAttributes> dkim = Optional.ofNullable(sent.dkimAttributes());
        return new Settings(
                dkim.map(DkimAttributes::signingEnabled).orElse(false),
                dkim.map(DkimAttributes::statusAsString).flatMap(Ses::text),
                new Policy(sent.policies().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .flatMap(policy -> Policies.parse(policy.getValue()).statements().stream())
                        .toList()));
    }
}
