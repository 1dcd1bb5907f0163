/** Apps of Amplify Hosting, their branches and domains. */
@NullMarked
package io.awsaudit.inventory.amplify;

import org.jspecify.annotations.NullMarked;
