package io.awsaudit.collectors.organizations;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.organizations.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyTargetSummary;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/** Reads the organization's own service control and resource control policies. */
final class PolicyCollector implements Collector<Policy> {
    private static final Operation LIST_POLICIES =
            Operation.of("organizations:ListPolicies").pages(Organizations.PAGE);
    private static final Detail TARGETS = Detail.of(Policy.class, "targets", "organizations:ListTargetsForPolicy");

    @Override
    public Set<Class<? extends Policy>> yields() {
        return Set.of(Policy.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_POLICIES, LIST_POLICIES); // for each of the two kinds
    }

    @Override
    public List<Detail> details() {
        return List.of(TARGETS);
    }

    @Override
    public Stream<Policy> collect(Reads reads) {
        OrganizationsClient client = reads.client(Organizations.ORGANIZATIONS);
        Stream<PolicySummary> own = Stream.of(PolicyType.SERVICE_CONTROL_POLICY, PolicyType.RESOURCE_CONTROL_POLICY)
                .flatMap(type -> reads.list(LIST_POLICIES, () -> list(type, client)).stream())
                .filter(policy -> !Boolean.TRUE.equals(policy.awsManaged()));
        return reads.each(Policy.class, own, policy -> new Arn(policy.arn()), policy -> read(policy, client, reads));
    }

    private static List<PolicySummary> list(PolicyType type, OrganizationsClient client) {
        return Answers.orIfAbsent(
                () ->
                        client
                                .listPoliciesPaginator(
                                        request -> request.filter(type).maxResults(Organizations.PAGE))
                                .stream()
                                .flatMap(page -> page.policies().stream())
                                .toList(),
                List.of(),
                Organizations.NOT_IN_USE);
    }

    private static Policy read(PolicySummary policy, OrganizationsClient client, Reads reads) {
        Arn arn = new Arn(policy.arn());
        return new Policy(
                Identity.untagged(arn, reads.account(), Identity.GLOBAL, policy.name()),
                new Policy.Type(policy.typeAsString()),
                reads.observe(
                        TARGETS,
                        arn,
                        () -> client
                                .listTargetsForPolicyPaginator(
                                        request -> request.policyId(policy.id()).maxResults(Organizations.PAGE))
                                .stream()
                                .flatMap(page -> page.targets().stream())
                                .map(PolicyTargetSummary::targetId)
                                .toList()));
    }
}
