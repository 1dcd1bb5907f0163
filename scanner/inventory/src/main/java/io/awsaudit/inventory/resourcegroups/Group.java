package io.awsaudit.inventory.resourcegroups;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A group of resources, read by {@code resource-groups:ListGroups} but for its tags and what is in it.
 *
 * @see <a href="https://docs.aws.amazon.com/ARG/latest/APIReference/API_GroupIdentifier.html">GroupIdentifier</a>
 */
@CloudFormationType("AWS::ResourceGroups::Group")
public record Group(Identity identity, Observed<Contents> contents) implements Resource {
    /** Holds where the group finds nothing. */
    public static final Predicate<Contents> EMPTY = Contents::empty;

    /** Holds where what the group asks for cannot be looked for. */
    public static final Predicate<Contents> BROKEN =
            contents -> !contents.errors().isEmpty();

    /** Names of this kind are kept for services of AWS. */
    private static final String RESERVED = "aws";

    /**
     * What a group finds.
     *
     * @param empty whether that is nothing
     * @param errors why it may not find what it should, such as {@code CLOUDFORMATION_STACK_NOT_EXISTING}
     */
    public record Contents(boolean empty, List<String> errors) {
        public Contents {
            errors = List.copyOf(errors);
        }
    }

    @Override
    public boolean isServiceOwned() {
        return name().regionMatches(true, 0, RESERVED, 0, RESERVED.length());
    }
}
