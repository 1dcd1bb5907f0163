package io.awsaudit.collectors.ssm;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.ssm.AssociationCompliance;
import io.awsaudit.inventory.ssm.ComplianceStatus;
import io.awsaudit.inventory.ssm.PatchCompliance;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ssm.model.ResourceComplianceSummaryItem;

/** Reads how far the machines of a region comply with their patch baselines and associations, all in one listing. */
final class ComplianceCollector implements Collector<Resource> {
    private static final Operation LIST_SUMMARIES =
            Operation.of("ssm:ListResourceComplianceSummaries").pages(50);

    @Override
    public Set<Class<? extends Resource>> yields() {
        return Set.of(AssociationCompliance.class, PatchCompliance.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_SUMMARIES);
    }

    @Override
    public Stream<Resource> collect(Reads reads) {
        return reads.pages(
                        LIST_SUMMARIES,
                        () -> reads.client(Ssm.CLIENT)
                                .listResourceComplianceSummariesPaginator(request -> request.maxResults(50))
                                .resourceComplianceSummaryItems())
                .flatMap(item -> read(item, reads));
    }

    /** Whoever likes may make up further kinds of compliance, of which nothing is known. */
    private static Stream<Resource> read(ResourceComplianceSummaryItem item, Reads reads) {
        String id = Answers.sent(item.resourceId(), "ResourceId");
        Arn machine = reads.arn("ssm", "managed-instance/" + id);
        ComplianceStatus status = new ComplianceStatus(Answers.sent(item.statusAsString(), "Status"));
        int nonCompliant = item.nonCompliantSummary() == null
                ? 0
                : Objects.requireNonNullElse(item.nonCompliantSummary().nonCompliantCount(), 0);
        return switch (Answers.sent(item.complianceType(), "ComplianceType")) {
            case "Patch" -> Stream.of(new PatchCompliance(identity(id, "patch", reads), machine, status, nonCompliant));
            case "Association" ->
                Stream.of(new AssociationCompliance(identity(id, "association", reads), machine, status, nonCompliant));
            default -> Stream.of();
        };
    }

    private static Identity identity(String id, String kind, Reads reads) {
        return Identity.untagged(
                reads.arn("ssm", "managed-instance/" + id + "/" + kind + "-compliance"),
                reads.account(),
                reads.region(),
                id);
    }
}
