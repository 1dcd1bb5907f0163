/** Reads guardrails, provisioned models and the logging of calls of Bedrock. */
@NullMarked
package io.awsaudit.collectors.bedrock;

import org.jspecify.annotations.NullMarked;
