/** Runtimes, gateways, memories and tools of agents in Bedrock AgentCore. */
@NullMarked
package io.awsaudit.inventory.bedrockagentcore;

import org.jspecify.annotations.NullMarked;
