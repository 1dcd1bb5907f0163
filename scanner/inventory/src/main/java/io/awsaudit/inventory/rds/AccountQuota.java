package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.servicequotas.Usage;
import java.util.Set;

/**
 * How much the account has of one kind of thing in RDS, of how much it may have in the region, read whole by {@code
 * rds:DescribeAccountAttributes}, which counts it itself.
 *
 * <p>RDS has a list of them, and no ARN; here it is {@code arn:aws:rds:REGION:ACCOUNT:account-quota:KIND}, with the kind as
 * the list names it, such as {@code DBInstances}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_AccountQuota.html">AccountQuota</a>
 */
@CloudFormationType("AWS::RDS::AccountQuota")
public record AccountQuota(Identity identity, Usage usage) implements Resource {
    /** What belongs to EC2-Classic. */
    private static final Set<String> OF_EC2_CLASSIC = Set.of("DBSecurityGroups", "AuthorizationsPerDBSecurityGroup");

    /** {@return whether nothing new can be made that counts towards it} */
    public boolean isObsolete() {
        return OF_EC2_CLASSIC.contains(name());
    }
}
