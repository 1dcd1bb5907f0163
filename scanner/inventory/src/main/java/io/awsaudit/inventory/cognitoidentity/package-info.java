/** Identity pools of Amazon Cognito, which give people from outside AWS credentials of the account. */
@NullMarked
package io.awsaudit.inventory.cognitoidentity;

import org.jspecify.annotations.NullMarked;
