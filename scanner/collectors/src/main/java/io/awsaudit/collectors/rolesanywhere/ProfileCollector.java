package io.awsaudit.collectors.rolesanywhere;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.rolesanywhere.Profile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.rolesanywhere.RolesAnywhereClient;
import software.amazon.awssdk.services.rolesanywhere.model.ProfileDetail;

/** Reads the profiles of a region. */
final class ProfileCollector implements Collector<Profile> {
    private static final Operation LIST = Operation.of("rolesanywhere:ListProfiles");
    private static final Detail TAGS = Detail.of(Profile.class, "tags", RolesAnywhere.LIST_TAGS);

    /** How long credentials work where nobody has said. */
    private static final int USUAL_SECONDS = 3_600;

    @Override
    public Set<Class<? extends Profile>> yields() {
        return Set.of(Profile.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Profile> collect(Reads reads) {
        RolesAnywhereClient client = reads.client(RolesAnywhere.CLIENT);
        return reads.each(
                Profile.class,
                reads.pages(
                        LIST, () -> client.listProfilesPaginator(request -> {}).profiles()),
                profile -> new Arn(profile.profileArn()),
                profile -> read(profile, client, reads));
    }

    private static Profile read(ProfileDetail profile, RolesAnywhereClient client, Reads reads) {
        Arn arn = new Arn(profile.profileArn());
        return new Profile(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        profile.name(),
                        reads.observe(TAGS, arn, () -> RolesAnywhere.tags(arn, client))),
                Answers.sent(profile.enabled(), "enabled"),
                profile.roleArns().stream().map(Arn::new).toList(),
                Optional.ofNullable(profile.durationSeconds()).orElse(USUAL_SECONDS),
                !profile.managedPolicyArns().isEmpty()
                        || profile.sessionPolicy() != null
                                && !profile.sessionPolicy().isBlank());
    }
}
