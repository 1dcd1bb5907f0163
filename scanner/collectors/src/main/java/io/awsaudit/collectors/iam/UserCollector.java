package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.iam.Entity;
import io.awsaudit.inventory.iam.Group;
import io.awsaudit.inventory.iam.User;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.iam.model.EntityType;
import software.amazon.awssdk.services.iam.model.GroupDetail;
import software.amazon.awssdk.services.iam.model.UserDetail;

/** Reads every user and every group, together: users name their groups, and only the groups know their paths. */
final class UserCollector implements Collector<Entity> {
    private static final List<Detail> CREDENTIALS = CredentialReport.details(User.class, "credentials");

    @Override
    public Set<Class<? extends Entity>> yields() {
        return Set.of(Group.class, User.class);
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
    public List<Detail> details() {
        return CREDENTIALS;
    }

    @Override
    public Stream<Entity> collect(Reads reads) {
        List<UserDetail> users = new ArrayList<>();
        List<GroupDetail> groups = new ArrayList<>();
        reads.pages(
                        Iam.GET_ACCOUNT_AUTHORIZATION_DETAILS,
                        () -> reads.client(Iam.IAM)
                                .getAccountAuthorizationDetailsPaginator(
                                        request -> request.filter(EntityType.USER, EntityType.GROUP)
                                                .maxItems(Iam.PAGE)))
                .forEach(page -> {
                    users.addAll(page.userDetailList());
                    groups.addAll(page.groupDetailList());
                });
        Map<String, Arn> groupArns =
                groups.stream().collect(Collectors.toMap(GroupDetail::groupName, group -> new Arn(group.arn())));
        CredentialReport report = CredentialReport.read(reads, CREDENTIALS);
        return Stream.concat(
                groups.stream().map(group -> group(group, reads)),
                users.stream().map(user -> user(user, groupArns, report, reads)));
    }

    private static Entity group(GroupDetail group, Reads reads) {
        return new Group(
                Identity.untagged(new Arn(group.arn()), reads.account(), Identity.GLOBAL, group.groupName()),
                group.path(),
                group.createDate(),
                Iam.inline(group.groupPolicyList()),
                Iam.attached(group.attachedManagedPolicies()));
    }

    private static Entity user(UserDetail user, Map<String, Arn> groups, CredentialReport report, Reads reads) {
        Arn arn = new Arn(user.arn());
        return new User(
                Identity.tagged(arn, reads.account(), Identity.GLOBAL, user.userName(), Iam.tags(user.tags())),
                user.path(),
                user.createDate(),
                report.of(arn, CredentialReport.Row::credentials),
                user.groupList().stream()
                        // A group made while the listing ran is not in it.
                        .map(name -> Optional.ofNullable(groups.get(name))
                                .orElseGet(() -> reads.globalArn("iam", "group/" + name)))
                        .toList(),
                Iam.inline(user.userPolicyList()),
                Iam.attached(user.attachedManagedPolicies()),
                Iam.boundary(user.permissionsBoundary()));
    }
}
