/** Amazon Inspector, which looks for known vulnerabilities. */
@NullMarked
package io.awsaudit.inventory.inspector2;

import org.jspecify.annotations.NullMarked;
