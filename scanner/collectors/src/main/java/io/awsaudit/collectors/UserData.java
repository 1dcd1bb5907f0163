package io.awsaudit.collectors;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.Secrets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What instances run when they first start, as a listing has it. None of it is kept. */
public final class UserData {
    private UserData() {}

    /**
     * Returns the lines that look like credentials; unknown where the user data is not as AWS takes it.
     *
     * @param base64 null or empty where there is none
     */
    public static Observed<List<Secret>> secretsOf(@Nullable String base64, Operation listing) {
        try {
            return Observed.known(base64 == null ? List.of() : Secrets.inUserData(base64));
        } catch (IllegalArgumentException e) {
            return Observed.unknown(new Gap(
                    Gap.Cause.MALFORMED, listing.id(), Optional.empty(), "user data that cannot be looked through"));
        }
    }
}
