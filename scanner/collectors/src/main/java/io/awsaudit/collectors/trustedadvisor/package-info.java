/** Reads what Trusted Advisor recommends, where the support plan allows it. */
@NullMarked
package io.awsaudit.collectors.trustedadvisor;

import org.jspecify.annotations.NullMarked;
