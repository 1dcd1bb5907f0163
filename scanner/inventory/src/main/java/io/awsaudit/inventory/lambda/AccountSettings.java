package io.awsaudit.inventory.lambda;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.servicequotas.Usage;

/**
 * What the account may use of Lambda in a region, and what it uses or has set aside, read whole by {@code
 * lambda:GetAccountSettings}: always one in a region.
 *
 * <p>CloudFormation has no such type, and AWS no ARN; here it is {@code arn:aws:lambda:REGION:ACCOUNT:account-settings}.
 *
 * @param concurrentExecutions those that functions have reserved, of those that may run at a time
 * @param codeBytes how large the packages of functions and layers are together
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_GetAccountSettings.html">GetAccountSettings</a>
 */
@CloudFormationType("AWS::Lambda::AccountSettings")
public record AccountSettings(Identity identity, Usage concurrentExecutions, Usage codeBytes) implements Resource {}
