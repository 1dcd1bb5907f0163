/** Reads Amplify Hosting. */
@NullMarked
package io.awsaudit.collectors.amplify;

import org.jspecify.annotations.NullMarked;
