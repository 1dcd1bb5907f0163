/** Reads identity pools of Amazon Cognito. */
@NullMarked
package io.awsaudit.collectors.cognitoidentity;

import org.jspecify.annotations.NullMarked;
