/** Agents and knowledge bases of Bedrock. */
@NullMarked
package io.awsaudit.inventory.bedrockagent;

import org.jspecify.annotations.NullMarked;
