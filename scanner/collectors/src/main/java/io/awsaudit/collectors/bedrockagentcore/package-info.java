/** Reads runtimes, gateways, memories and tools of agents in Bedrock AgentCore. */
@NullMarked
package io.awsaudit.collectors.bedrockagentcore;

import org.jspecify.annotations.NullMarked;
