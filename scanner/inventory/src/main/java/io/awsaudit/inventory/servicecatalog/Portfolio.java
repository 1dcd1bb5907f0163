package io.awsaudit.inventory.servicecatalog;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.function.Predicate;

/**
 * A portfolio of the account's own, read by {@code servicecatalog:ListPortfolios} but for whom it is shared with and its tags.
 *
 * @param sharedAccounts accounts that it is shared with one by one, and not as members of the organisation
 * @see <a href="https://docs.aws.amazon.com/servicecatalog/latest/dg/API_PortfolioDetail.html">PortfolioDetail</a>
 */
@CloudFormationType("AWS::ServiceCatalog::Portfolio")
public record Portfolio(Identity identity, Observed<List<String>> sharedAccounts) implements Resource {
    /** Holds where a portfolio is shared with no account by itself. */
    public static final Predicate<List<String>> UNSHARED = List::isEmpty;
}
