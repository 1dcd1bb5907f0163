package io.awsaudit.collectors.transfer;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.transfer.Profile;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the profiles of a region. */
final class ProfileCollector implements Collector<Profile> {
    private static final Operation LIST_PROFILES =
            Operation.of("transfer:ListProfiles").pages(Transfer.PAGE);
    private static final Detail TAGS = Detail.of(Profile.class, "tags", Transfer.LIST_TAGS);

    @Override
    public Set<Class<? extends Profile>> yields() {
        return Set.of(Profile.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_PROFILES);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Profile> collect(Reads reads) {
        return reads.each(
                Profile.class,
                reads.pages(
                        LIST_PROFILES,
                        () -> reads.client(Transfer.CLIENT)
                                .listProfilesPaginator(request -> request.maxResults(Transfer.PAGE))
                                .profiles()),
                profile -> new Arn(profile.arn()),
                profile -> new Profile(
                        Transfer.identity(profile.arn(), profile.profileId(), TAGS, reads),
                        Transfer.orEmpty(profile.profileTypeAsString())));
    }
}
