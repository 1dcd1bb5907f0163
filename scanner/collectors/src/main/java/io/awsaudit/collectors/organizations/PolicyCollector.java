package io.awsaudit.collectors.organizations;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Policies;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.organizations.Policy;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.organizations.OrganizationsClient;
import software.amazon.awssdk.services.organizations.model.PolicySummary;
import software.amazon.awssdk.services.organizations.model.PolicyTargetSummary;
import software.amazon.awssdk.services.organizations.model.PolicyType;

/** Reads the organization's own policies of the kinds that most organizations have, and what service control policies say. */
final class PolicyCollector implements Collector<Policy> {
    private static final Operation LIST_POLICIES =
            Operation.of("organizations:ListPolicies").pages(Organizations.PAGE);
    private static final Detail TARGETS = Detail.of(Policy.class, "targets", "organizations:ListTargetsForPolicy");
    private static final Detail STATEMENTS = Detail.of(Policy.class, "statements", "organizations:DescribePolicy")
            .where("it is a service control policy");

    private static final List<PolicyType> TYPES = List.of(
            PolicyType.AISERVICES_OPT_OUT_POLICY,
            PolicyType.BACKUP_POLICY,
            PolicyType.RESOURCE_CONTROL_POLICY,
            PolicyType.SERVICE_CONTROL_POLICY,
            PolicyType.TAG_POLICY);

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
        return TYPES.stream().map(unused -> LIST_POLICIES).toList(); // for each kind
    }

    @Override
    public List<Detail> details() {
        return List.of(TARGETS, STATEMENTS);
    }

    @Override
    public Stream<Policy> collect(Reads reads) {
        OrganizationsClient client = reads.client(Organizations.ORGANIZATIONS);
        Stream<PolicySummary> own = TYPES.stream()
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
                                .toList()),
                policy.type() == PolicyType.SERVICE_CONTROL_POLICY
                        ? reads.observe(STATEMENTS, arn, () -> statements(policy.id(), client))
                        : Observed.known(io.awsaudit.inventory.policy.Policy.NONE));
    }

    private static io.awsaudit.inventory.policy.Policy statements(String policy, OrganizationsClient client) {
        return Policies.parse(Answers.sent(
                client.describePolicy(request -> request.policyId(policy))
                        .policy()
                        .content(),
                "Content"));
    }
}
