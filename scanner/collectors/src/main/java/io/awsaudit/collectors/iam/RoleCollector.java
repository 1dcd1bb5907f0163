package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.iam.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.RoleDetail;
import software.amazon.awssdk.services.iam.model.RoleLastUsed;

/** Reads every role. */
final class RoleCollector implements Collector<Role> {
    @Override
    public Set<Class<? extends Role>> yields() {
        return Set.of(Role.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(Iam.GET_ACCOUNT_AUTHORIZATION_DETAILS);
    }

    @Override
    public Stream<Role> collect(Reads reads) {
        return reads.pages(
                        Iam.GET_ACCOUNT_AUTHORIZATION_DETAILS,
                        () -> reads.client(Iam.IAM)
                                .getAccountAuthorizationDetailsPaginator(request ->
                                        request.filter(EntityType.ROLE).maxItems(Iam.PAGE))
                                .roleDetailList())
                .map(role -> read(role, reads));
    }

    private static Role read(RoleDetail role, Reads reads) {
        return new Role(
                Identity.tagged(
                        new Arn(role.arn()), reads.account(), Identity.GLOBAL, role.roleName(), Iam.tags(role.tags())),
                role.path(),
                role.createDate(),
                Iam.document(role.assumeRolePolicyDocument()),
                Iam.inline(role.rolePolicyList()),
                Iam.attached(role.attachedManagedPolicies()),
                Iam.boundary(role.permissionsBoundary()),
                Optional.ofNullable(role.roleLastUsed()).map(RoleLastUsed::lastUsedDate));
    }
}
