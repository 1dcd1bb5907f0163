package io.awsaudit.inventory.ssm;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A document of Systems Manager that the account owns, read by {@code ssm:ListDocuments}.
 *
 * @param documentType what it is for, such as {@code Command} or {@code Automation}
 * @param sharedWith the accounts that may use it besides its own, or {@code all}
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_DocumentIdentifier.html">DocumentIdentifier</a>
 */
@CloudFormationType("AWS::SSM::Document")
public record Document(Identity identity, String documentType, Observed<List<String>> sharedWith) implements Resource {
    /** Holds where everybody may use a document. */
    public static final Predicate<List<String>> PUBLIC =
            accounts -> accounts.stream().anyMatch("all"::equalsIgnoreCase);
}
