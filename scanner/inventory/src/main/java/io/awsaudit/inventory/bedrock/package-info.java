/** Guardrails, provisioned models and the logging of calls of Bedrock. */
@NullMarked
package io.awsaudit.inventory.bedrock;

import org.jspecify.annotations.NullMarked;
