/** Reads agents and knowledge bases of Bedrock. */
@NullMarked
package io.awsaudit.collectors.bedrockagent;

import org.jspecify.annotations.NullMarked;
