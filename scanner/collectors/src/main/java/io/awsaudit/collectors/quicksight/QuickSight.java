package io.awsaudit.collectors.quicksight;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.quicksight.QuickSightClient;

/** The client of QuickSight, and what it says that is no answer to what was asked. */
final class QuickSight {
    static final AwsService<QuickSightClient> CLIENT = AwsService.of("quicksight", QuickSightClient::builder);

    /** As many as a page may have. */
    static final int PAGE = 100;

    private static final String NOT_FOUND = "ResourceNotFoundException";
    private static final String WRONG_EDITION = "UnsupportedUserEditionException";
    private static final String REFUSAL = "AccessDeniedException";

    /**
     * What QuickSight says to accounts that never subscribed, in the words in which it tells them from those whose edition lacks
     * an operation: the code is the same.
     */
    private static final String NOT_SUBSCRIBED = "is not subscribed for Quick";

    /** What it says of the account as a whole elsewhere than in the region where users sign in: the code is that of a refusal. */
    private static final Pattern IDENTITY_REGION =
            Pattern.compile("your identity region is ([a-z]{2}(?:-[a-z]+)+-[0-9]+)\\b");

    private QuickSight() {}

    /** Makes a call that asks for all of an account, and takes the answer that it has no QuickSight as {@code none}. */
    static <T> T orIfNotSubscribed(Supplier<T> call, T none) {
        try {
            return call.get();
        } catch (AwsServiceException e) {
            if (isOfNoSubscription(e.awsErrorDetails())) {
                return none;
            }
            throw e;
        }
    }

    private static boolean isOfNoSubscription(@Nullable AwsErrorDetails error) {
        return error != null
                && (NOT_FOUND.equals(error.errorCode())
                        || WRONG_EDITION.equals(error.errorCode())
                                && error.errorMessage() != null
                                && error.errorMessage().contains(NOT_SUBSCRIBED));
    }

    /** {@return the region that has to be asked instead, where that is what QuickSight says} */
    static Optional<String> identityRegion(AwsServiceException refusal) {
        AwsErrorDetails error = refusal.awsErrorDetails();
        if (error == null || !REFUSAL.equals(error.errorCode()) || error.errorMessage() == null) {
            return Optional.empty();
        }
        Matcher named = IDENTITY_REGION.matcher(error.errorMessage());
        return named.find() ? Optional.of(named.group(1)) : Optional.empty();
    }

    static Identity identity(Arn arn, @Nullable String name, Detail tags, Reads reads) {
        return new Identity(
                arn,
                reads.account(),
                reads.region(),
                Answers.sent(name, "Name"),
                reads.observe(tags, arn, () -> tagsOf(arn, reads)));
    }

    private static Map<String, String> tagsOf(Arn arn, Reads reads) {
        return reads.client(CLIENT).listTagsForResource(request -> request.resourceArn(arn.value())).tags().stream()
                .collect(Collectors.toMap(tag -> tag.key(), tag -> tag.value() == null ? "" : tag.value()));
    }
}
