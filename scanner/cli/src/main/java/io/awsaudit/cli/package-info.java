/** The command line: what users type, and what they see of it. */
@NullMarked
package io.awsaudit.cli;

import org.jspecify.annotations.NullMarked;
