package io.awsaudit.inventory.bedrockagent;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * What models look things up in, read by {@code bedrock:ListKnowledgeBases} but for its tags; one that is being deleted is none any
 * more.
 *
 * @param status such as {@code ACTIVE}
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_KnowledgeBaseSummary.html">KnowledgeBaseSummary</a>
 */
@CloudFormationType("AWS::Bedrock::KnowledgeBase")
public record KnowledgeBase(Identity identity, String status) implements Resource {}
