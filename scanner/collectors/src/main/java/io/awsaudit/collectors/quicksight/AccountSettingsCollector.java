package io.awsaudit.collectors.quicksight;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.quicksight.AccountSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * Reads what an account has chosen for all of QuickSight. Only the region where its users sign in knows; every other one names
 * that region.
 */
final class AccountSettingsCollector implements Collector<AccountSettings> {
    private static final Operation DESCRIBE = Operation.of("quicksight:DescribeAccountSettings");

    @Override
    public Set<Class<? extends AccountSettings>> yields() {
        return Set.of(AccountSettings.class);
    }

    @Override
    public Scope scope() {
        return Scope.GLOBAL;
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public Stream<AccountSettings> collect(Reads reads) {
        Optional<AccountSettings> none = Optional.empty();
        return reads
                .list(DESCRIBE, () -> QuickSight.orIfNotSubscribed(() -> Optional.of(settings(reads)), none))
                .stream();
    }

    private static AccountSettings settings(Reads reads) {
        try {
            return settings(reads.region(), reads);
        } catch (AwsServiceException e) {
            String home = QuickSight.identityRegion(e).orElseThrow(() -> e);
            return settings(home, reads);
        }
    }

    private static AccountSettings settings(String region, Reads reads) {
        var settings = Answers.sent(
                reads.client(QuickSight.CLIENT, region)
                        .describeAccountSettings(request -> request.awsAccountId(reads.account()))
                        .accountSettings(),
                "AccountSettings");
        return new AccountSettings(
                Identity.untagged(
                        reads.globalArn("quicksight", "account-settings"),
                        reads.account(),
                        Identity.GLOBAL,
                        "QuickSight"),
                Answers.sent(settings.publicSharingEnabled(), "PublicSharingEnabled"),
                Answers.sent(settings.terminationProtectionEnabled(), "TerminationProtectionEnabled"));
    }
}
