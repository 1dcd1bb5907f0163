package io.awsaudit.collectors.securityhub;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.securityhub.Hub;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.securityhub.SecurityHubClient;
import software.amazon.awssdk.services.securityhub.model.DescribeHubResponse;

/** Reads whether Security Hub is on in a region. */
final class HubCollector implements Collector<Hub> {
    private static final AwsService<SecurityHubClient> SECURITY_HUB =
            AwsService.of("securityhub", SecurityHubClient::builder);
    private static final Operation DESCRIBE_HUB = Operation.of("securityhub:DescribeHub");
    private static final Detail TAGS = Detail.of(Hub.class, "tags", "securityhub:ListTagsForResource");

    @Override
    public Set<Class<? extends Hub>> yields() {
        return Set.of(Hub.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE_HUB);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Hub> collect(Reads reads) {
        SecurityHubClient client = reads.client(SECURITY_HUB);
        return reads
                .list(
                        DESCRIBE_HUB,
                        () -> Answers.orIfAbsent(
                                () -> Optional.of(client.describeHub(request -> {})),
                                Optional.<DescribeHubResponse>empty(),
                                "InvalidAccessException")) // the account is not subscribed to it; a refusal has another
                // code
                .stream()
                .map(hub -> {
                    Arn arn = new Arn(hub.hubArn());
                    Observed<Map<String, String>> tags = reads.observe(
                            TAGS,
                            arn,
                            () -> client.listTagsForResource(request -> request.resourceArn(arn.value()))
                                    .tags());
                    return new Hub(
                            new Identity(arn, reads.account(), reads.region(), "Security Hub", tags),
                            Boolean.TRUE.equals(hub.autoEnableControls()),
                            Optional.ofNullable(hub.subscribedAt()).map(Instant::parse));
                });
    }
}
