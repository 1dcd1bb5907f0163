package io.awsaudit.inventory.codecommit;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A repository of source code. {@code codecommit:ListRepositories} gives its name alone; its ARN is {@code
 * arn:PARTITION:codecommit:REGION:ACCOUNT:NAME}.
 *
 * @param approvalRules the templates whose rules hold for pull requests; where there is none, who may push may merge
 * @see <a href="https://docs.aws.amazon.com/codecommit/latest/APIReference/API_RepositoryNameIdPair.html">RepositoryNameIdPair</a>
 */
@CloudFormationType("AWS::CodeCommit::Repository")
public record Repository(Identity identity, Observed<List<String>> approvalRules) implements Resource {
    /** Holds where no template of rules is there. */
    public static final Predicate<List<String>> WITHOUT_RULES = List::isEmpty;
}
