package io.awsaudit.collectors.transfer;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.transfer.Agreement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.transfer.model.ListedAgreement;
import software.amazon.awssdk.services.transfer.model.ListedServer;

/** Reads the agreements of a region, server after server. */
final class AgreementCollector implements Collector<Agreement> {
    private static final Operation LIST_AGREEMENTS =
            Operation.of("transfer:ListAgreements").pages(Transfer.PAGE).per("server");
    private static final Detail TAGS = Detail.of(Agreement.class, "tags", Transfer.LIST_TAGS);

    /** An agreement, and the server that it is of. */
    private record Item(Arn server, ListedAgreement agreement) {}

    @Override
    public Set<Class<? extends Agreement>> yields() {
        return Set.of(Agreement.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(Transfer.LIST_SERVERS, LIST_AGREEMENTS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Agreement> collect(Reads reads) {
        return reads.each(
                Agreement.class,
                Transfer.servers(reads).flatMap(server -> agreements(server, reads)),
                item -> new Arn(item.agreement().arn()),
                item -> new Agreement(
                        Transfer.identity(
                                item.agreement().arn(), item.agreement().agreementId(), TAGS, reads),
                        item.server()));
    }

    private static Stream<Item> agreements(ListedServer server, Reads reads) {
        return reads.pages(
                        LIST_AGREEMENTS,
                        () -> reads.client(Transfer.CLIENT)
                                .listAgreementsPaginator(request ->
                                        request.serverId(server.serverId()).maxResults(Transfer.PAGE))
                                .agreements())
                .map(agreement -> new Item(new Arn(server.arn()), agreement));
    }
}
