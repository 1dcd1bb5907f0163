package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.servicequotas.Usage;

/**
 * How many entities of one kind the account has in IAM, of how many it may have, read whole by {@code
 * iam:GetAccountSummary}, which counts them itself.
 *
 * <p>IAM has a summary, and no such thing; its ARN here is {@code arn:aws:iam::ACCOUNT:quota/KIND}, with the kind as the summary
 * names it, such as {@code Roles}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountSummary.html">GetAccountSummary</a>
 */
@CloudFormationType("AWS::IAM::AccountQuota")
public record AccountQuota(Identity identity, Usage usage) implements Resource {}
