package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.stream.Stream;

/** What a policy can be attached to: AWS's word for users, groups and roles together. */
public sealed interface Entity extends Resource permits Group, Role, User {
    /** {@return the policies that are part of it; unknown when one of them could not be understood} */
    Observed<List<InlinePolicy>> inlinePolicies();

    /** {@return the names of its inline policies, empty when they are unknown; as evidence} */
    default List<String> inlinePolicyNames() {
        return inlinePolicies().asOptional().orElse(List.of()).stream()
                .map(InlinePolicy::name)
                .toList();
    }

    /** {@return the names of its inline policies that make an administrator, empty when they are unknown} */
    default List<String> inlineAdministration() {
        return inlinePolicies().asOptional().orElse(List.of()).stream()
                .filter(policy -> policy.document().any(ManagedPolicy::grantsAdministration))
                .map(InlinePolicy::name)
                .toList();
    }

    /** {@return the managed policies attached to it, AWS's and the account's own} */
    List<Arn> attachedPolicies();

    /** {@return whether the AWS managed policy of this name is attached to it} */
    default boolean holds(String awsManagedPolicy) {
        return attachedPolicies().stream()
                .anyMatch(policy -> policy.account().equals(AwsManagedPolicy.ACCOUNT)
                        && policy.lastSegment().equals(awsManagedPolicy));
    }

    /** {@return the edges that every entity has: to the policies attached to it} */
    default Stream<Edge> grants() {
        return attachedPolicies().stream().map(policy -> new Edge(arn(), Relation.GRANTS, policy));
    }
}
