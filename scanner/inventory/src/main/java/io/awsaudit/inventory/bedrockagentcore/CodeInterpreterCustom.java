package io.awsaudit.inventory.bedrockagentcore;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;

/**
 * An interpreter of the code that agents write, made by somebody, listed by {@code bedrock-agentcore:ListCodeInterpreters}; that
 * of AWS, and one that is deleted, is none.
 *
 * @param status such as {@code READY}
 * @param networkMode {@code PUBLIC}, {@code SANDBOX} or {@code VPC}, from {@code bedrock-agentcore:GetCodeInterpreter}
 * @see <a href="https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetCodeInterpreter.html">GetCodeInterpreter</a>
 */
@CloudFormationType("AWS::BedrockAgentCore::CodeInterpreterCustom")
public record CodeInterpreterCustom(Identity identity, String status, Observed<String> networkMode)
        implements Resource {}
