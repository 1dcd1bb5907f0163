package io.awsaudit.collectors.sesv2;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.sesv2.ContactList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Reads contact lists, without their contacts. */
final class ContactListCollector implements Collector<ContactList> {
    private static final Operation LIST = Operation.of("ses:ListContactLists").pages(Ses.PAGE);
    private static final Detail TAGS = Detail.of(ContactList.class, "tags", "ses:GetContactList");

    @Override
    public Set<Class<? extends ContactList>> yields() {
        return Set.of(ContactList.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<ContactList> collect(Reads reads) {
        SesV2Client ses = reads.client(Ses.CLIENT);
        return reads.each(
                ContactList.class,
                reads.pages(
                        LIST,
                        () -> ses.listContactListsPaginator(request -> request.pageSize(Ses.PAGE)).stream()
                                .flatMap(page -> page.contactLists().stream())::iterator),
                listed -> arnOf(listed.contactListName(), reads),
                listed -> read(listed.contactListName(), ses, reads));
    }

    private static Arn arnOf(String name, Reads reads) {
        return reads.arn("ses", "contact-list/" + name);
    }

    private static ContactList read(String name, SesV2Client ses, Reads reads) {
        Arn arn = arnOf(name, reads);
        return new ContactList(new Identity(
                arn,
                reads.account(),
                reads.region(),
                name,
                reads.observe(
                        TAGS,
                        arn,
                        () -> Ses.map(ses.getContactList(request -> request.contactListName(name))
                                .tags()))));
    }
}
