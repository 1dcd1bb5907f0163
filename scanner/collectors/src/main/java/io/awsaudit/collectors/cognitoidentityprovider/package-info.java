/** Reads user pools of Amazon Cognito. */
@NullMarked
package io.awsaudit.collectors.cognitoidentityprovider;

import org.jspecify.annotations.NullMarked;
