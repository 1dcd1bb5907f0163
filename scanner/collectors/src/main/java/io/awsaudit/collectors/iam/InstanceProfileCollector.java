package io.awsaudit.collectors.iam;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.iam.InstanceProfile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads every instance profile; {@code iam:GetAccountAuthorizationDetails} has only those with a role. */
final class InstanceProfileCollector implements Collector<InstanceProfile> {
    private static final Operation LIST_INSTANCE_PROFILES =
            Operation.of("iam:ListInstanceProfiles").pages(Iam.PAGE);
    private static final Detail TAGS = Detail.of(InstanceProfile.class, "tags", "iam:ListInstanceProfileTags");

    @Override
    public Set<Class<? extends InstanceProfile>> yields() {
        return Set.of(InstanceProfile.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_INSTANCE_PROFILES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<InstanceProfile> collect(Reads reads) {
        return reads.each(
                InstanceProfile.class,
                reads.pages(
                        LIST_INSTANCE_PROFILES,
                        () -> reads.client(Iam.IAM)
                                .listInstanceProfilesPaginator(request -> request.maxItems(Iam.PAGE))
                                .instanceProfiles()),
                profile -> new Arn(profile.arn()),
                profile -> read(profile, reads));
    }

    private static InstanceProfile read(
            software.amazon.awssdk.services.iam.model.InstanceProfile profile, Reads reads) {
        Arn arn = new Arn(profile.arn());
        String name = profile.instanceProfileName();
        return new InstanceProfile(
                new Identity(
                        arn,
                        reads.account(),
                        Identity.GLOBAL,
                        name,
                        reads.observe(
                                TAGS,
                                arn,
                                () -> Iam.tags(reads.client(Iam.IAM)
                                        .listInstanceProfileTags(request -> request.instanceProfileName(name))
                                        .tags()))),
                profile.path(),
                profile.roles().stream().map(role -> new Arn(role.arn())).toList());
    }
}
