package io.awsaudit.inventory.eventbridge;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.function.Predicate;

/**
 * An event bus, read by {@code events:ListEventBuses} but for its tags: the one that every region has, those that partners send
 * their events to, and those of the account's own.
 *
 * @param policy {@link Policy#NONE} where it has none; the account's own principals may then send events to it
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_EventBus.html">EventBus</a>
 */
@CloudFormationType("AWS::Events::EventBus")
public record EventBus(Identity identity, Observed<Policy> policy) implements Governed {
    /** Holds of policies that say nothing. */
    public static final Predicate<Policy> WITHOUT_STATEMENTS =
            policy -> policy.statements().isEmpty();

    private static final String DEFAULT = "default";
    private static final String PARTNER = "aws.partner/";

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    /** {@return whether it is the one that every region has} */
    public boolean isDefault() {
        return name().equals(DEFAULT);
    }

    /** {@return whether the account made it for events of its own} */
    public boolean isCustom() {
        return !isDefault() && !name().startsWith(PARTNER);
    }

    /** {@return that it is the one that every region has: AWS made it} */
    @Override
    public boolean isServiceOwned() {
        return isDefault();
    }
}
