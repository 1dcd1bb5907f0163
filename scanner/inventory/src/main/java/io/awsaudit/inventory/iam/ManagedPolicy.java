package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.policy.Patterns;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Statement;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * A managed policy of the account's own, read whole by {@code iam:GetAccountAuthorizationDetails} but for its tags. AWS's
 * are {@link AwsManagedPolicy}.
 *
 * @param document its default version
 * @param attachments users, groups and roles that it is attached to
 * @param boundaries users and roles whose permissions it bounds
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ManagedPolicyDetail.html">ManagedPolicyDetail</a>
 */
@CloudFormationType("AWS::IAM::ManagedPolicy")
public record ManagedPolicy(
        Identity identity,
        String path,
        Instant created,
        Instant updated,
        Observed<Policy> document,
        int attachments,
        int boundaries)
        implements Resource {
    /** Holds of policies with a statement that {@linkplain #grantsAdministration grants administration}. */
    public static final Predicate<Policy> ADMINISTRATION = policy -> policy.any(ManagedPolicy::grantsAdministration);

    /** Holds of policies with a statement that {@linkplain #grantsWholeService grants all of a service}. */
    public static final Predicate<Policy> WHOLE_SERVICE = policy -> policy.any(ManagedPolicy::grantsWholeService);

    /** {@return the labels of the statements that grant all of a service, empty when they are unknown; as evidence} */
    public List<String> wholeServices() {
        return document.asOptional()
                .map(policy -> policy.labels(ManagedPolicy::grantsWholeService))
                .orElse(List.of());
    }

    /** {@return the labels of the statements that grant administration, empty when they are unknown; as evidence} */
    public List<String> administration() {
        return document.asOptional()
                .map(policy -> policy.labels(ManagedPolicy::grantsAdministration))
                .orElse(List.of());
    }

    /**
     * {@return whether a statement allows every action of some service, on whatever resource}
     *
     * <p>{@code NotAction} in an Allow does so for each service that it does not name.
     */
    public static boolean grantsWholeService(Statement statement) {
        return statement.allows()
                && (statement.actions().negated()
                        || statement.actions().values().stream().anyMatch(ManagedPolicy::isWholeService));
    }

    /** Nothing but stars, behind the name of a service or alone. */
    private static boolean isWholeService(String action) {
        int start = action.indexOf(':') + 1;
        return start < action.length() && Patterns.isStars(action, start, action.length());
    }

    /**
     * {@return whether a statement allows every action on every resource}
     *
     * <p>A condition does not change that: where it holds, the caller is an administrator. An exception under
     * {@code NotAction} that leaves all of IAM does not either, for who may change IAM can lift it.
     */
    public static boolean grantsAdministration(Statement statement) {
        boolean everyAction = statement.actions().coversEverything()
                || !statement.actions().negated()
                        && statement.actions().values().contains("*:*")
                || statement.actions().negated() && statement.actions().coversService("iam");
        return statement.allows() && everyAction && statement.resources().coversEverything();
    }
}
