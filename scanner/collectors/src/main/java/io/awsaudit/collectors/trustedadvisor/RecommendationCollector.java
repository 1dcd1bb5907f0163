package io.awsaudit.collectors.trustedadvisor;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.trustedadvisor.Recommendation;
import io.awsaudit.inventory.trustedadvisor.Recommendation.Pillar;
import io.awsaudit.inventory.trustedadvisor.Recommendation.Status;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.trustedadvisor.TrustedAdvisorClient;
import software.amazon.awssdk.services.trustedadvisor.model.RecommendationLifecycleStage;
import software.amazon.awssdk.services.trustedadvisor.model.RecommendationResourcesAggregates;
import software.amazon.awssdk.services.trustedadvisor.model.RecommendationSummary;

/**
 * Reads what Trusted Advisor recommends. With the basic plan of AWS Support the call is refused, which leaves it unknown: the
 * refusal has the same code as that of a policy.
 */
final class RecommendationCollector implements Collector<Recommendation> {
    private static final AwsService<TrustedAdvisorClient> CLIENT =
            AwsService.of("trustedadvisor", TrustedAdvisorClient::builder);
    private static final int PAGE = 200;
    private static final Operation LIST =
            Operation.of("trustedadvisor:ListRecommendations").pages(PAGE);
    private static final String OK = "ok";

    @Override
    public Set<Class<? extends Recommendation>> yields() {
        return Set.of(Recommendation.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public Stream<Recommendation> collect(Reads reads) {
        TrustedAdvisorClient advisor = reads.client(CLIENT);
        return reads.pages(
                        LIST,
                        () -> advisor.listRecommendationsPaginator(request -> request.maxResults(PAGE))
                                .recommendationSummaries())
                .filter(listed -> !OK.equals(listed.statusAsString()))
                .filter(listed -> listed.lifecycleStage() != RecommendationLifecycleStage.RESOLVED
                        && listed.lifecycleStage() != RecommendationLifecycleStage.DISMISSED)
                .map(listed -> read(listed, reads));
    }

    private static Recommendation read(RecommendationSummary listed, Reads reads) {
        return new Recommendation(
                Identity.untagged(
                        new Arn(Answers.sent(listed.arn(), "arn")),
                        reads.account(),
                        Identity.GLOBAL,
                        Answers.sent(listed.name(), "name")),
                new Status(Answers.sent(listed.statusAsString(), "status")),
                listed.pillarsAsStrings().stream().map(Pillar::new).toList(),
                resources(Answers.sent(listed.resourcesAggregates(), "resourcesAggregates")));
    }

    private static long resources(RecommendationResourcesAggregates counts) {
        return orNone(counts.errorCount()) + orNone(counts.warningCount());
    }

    private static long orNone(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
