package io.awsaudit.collectors.rolesanywhere;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rolesanywhere.Crl;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rolesanywhere.RolesAnywhereClient;
import software.amazon.awssdk.services.rolesanywhere.model.CrlDetail;

/** Reads the revocation lists of a region. */
final class CrlCollector implements Collector<Crl> {
    private static final Operation LIST = Operation.of("rolesanywhere:ListCrls");
    private static final Detail TAGS = Detail.of(Crl.class, "tags", RolesAnywhere.LIST_TAGS);

    @Override
    public Set<Class<? extends Crl>> yields() {
        return Set.of(Crl.class);
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
    public Stream<Crl> collect(Reads reads) {
        RolesAnywhereClient client = reads.client(RolesAnywhere.CLIENT);
        return reads.each(
                Crl.class,
                reads.pages(LIST, () -> client.listCrlsPaginator(request -> {}).crls()),
                crl -> new Arn(crl.crlArn()),
                crl -> read(crl, client, reads));
    }

    private static Crl read(CrlDetail crl, RolesAnywhereClient client, Reads reads) {
        Arn arn = new Arn(crl.crlArn());
        return new Crl(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        crl.name(),
                        reads.observe(TAGS, arn, () -> RolesAnywhere.tags(arn, client))),
                Answers.sent(crl.enabled(), "enabled"),
                new Arn(Answers.sent(crl.trustAnchorArn(), "trustAnchorArn")));
    }
}
