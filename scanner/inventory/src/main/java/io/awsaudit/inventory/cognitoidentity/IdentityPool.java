package io.awsaudit.inventory.cognitoidentity;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * An identity pool of Amazon Cognito. {@code cognito-identity:ListIdentityPools} gives its id and its name alone.
 *
 * @param settings what it is
 * @see <a href="https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html">DescribeIdentityPool</a>
 */
@CloudFormationType("AWS::Cognito::IdentityPool")
public record IdentityPool(Identity identity, Observed<Settings> settings) implements Resource {
    /**
     * What an identity pool is, by {@code cognito-identity:DescribeIdentityPool}.
     *
     * @param allowUnauthenticatedIdentities whether it gives credentials to whoever asks
     * @param allowClassicFlow whether it also gives tokens with which callers choose a role themselves
     * @param userPools the user pools whose tokens it takes, by the providers' names
     * @param uncheckedUserPools those of them that are not asked whether a token was revoked, or its user switched off
     */
    public record Settings(
            boolean allowUnauthenticatedIdentities,
            boolean allowClassicFlow,
            List<String> userPools,
            List<String> uncheckedUserPools) {
        /** Holds where everybody gets credentials. */
        public static final Predicate<Settings> LETS_GUESTS_IN = Settings::allowUnauthenticatedIdentities;

        /** Holds where callers may choose a role themselves. */
        public static final Predicate<Settings> CLASSIC = Settings::allowClassicFlow;

        /** Holds of pools that take no tokens of user pools. */
        public static final Predicate<Settings> WITHOUT_USER_POOLS =
                pool -> pool.userPools().isEmpty();

        /** Holds where a revoked token still gets credentials. */
        public static final Predicate<Settings> UNCHECKED =
                pool -> !pool.uncheckedUserPools().isEmpty();

        /** The user pools that are not asked, as evidence. */
        public static final Function<Settings, List<String>> UNASKED = Settings::uncheckedUserPools;

        public Settings {
            userPools = List.copyOf(userPools);
            uncheckedUserPools = List.copyOf(uncheckedUserPools);
        }
    }
}
