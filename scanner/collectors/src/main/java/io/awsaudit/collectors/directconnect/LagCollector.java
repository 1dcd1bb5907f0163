package io.awsaudit.collectors.directconnect;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.directconnect.Lag;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.directconnect.DirectConnectClient;
import software.amazon.awssdk.services.directconnect.model.DescribeLagsResponse;

/** Reads the bundles of lines from data centres that end in a region. */
final class LagCollector implements Collector<Lag> {
    private static final Operation DESCRIBE =
            Operation.of("directconnect:DescribeLags").pages(DirectConnect.PAGE);

    @Override
    public Set<Class<? extends Lag>> yields() {
        return Set.of(Lag.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<Lag> collect(Reads reads) {
        DirectConnectClient client = reads.client(DirectConnect.CLIENT);
        return reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> client.describeLags(request ->
                                        request.maxResults(DirectConnect.PAGE).nextToken(token)),
                                DescribeLagsResponse::lags,
                                DescribeLagsResponse::nextToken))
                .filter(lag -> !DirectConnect.isGone(lag.lagStateAsString()))
                .map(lag -> new Lag(
                        DirectConnect.identity(
                                reads.arn("directconnect", "dxlag/" + Answers.sent(lag.lagId(), "lagId")),
                                lag.lagName(),
                                lag.tags(),
                                reads),
                        Answers.sent(lag.location(), "location"),
                        Answers.sent(lag.lagStateAsString(), "lagState"),
                        Answers.sent(lag.numberOfConnections(), "numberOfConnections"),
                        Answers.sent(lag.minimumLinks(), "minimumLinks")));
    }
}
