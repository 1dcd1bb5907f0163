/** User pools of Amazon Cognito: the directories that people sign in to applications with. */
@NullMarked
package io.awsaudit.inventory.cognitoidentityprovider;

import org.jspecify.annotations.NullMarked;
