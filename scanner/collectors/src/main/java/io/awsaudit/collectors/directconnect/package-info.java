/** Reads lines from a data centre to AWS, and what goes over them. */
@NullMarked
package io.awsaudit.collectors.directconnect;

import org.jspecify.annotations.NullMarked;
