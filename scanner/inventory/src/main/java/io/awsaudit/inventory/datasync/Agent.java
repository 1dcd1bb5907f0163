package io.awsaudit.inventory.datasync;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * An agent of DataSync, which reaches storage outside of AWS, read by {@code datasync:ListAgents} but for its tags.
 *
 * @param status {@code ONLINE} or {@code OFFLINE}
 * @see <a href="https://docs.aws.amazon.com/datasync/latest/userguide/API_AgentListEntry.html">AgentListEntry</a>
 */
@CloudFormationType("AWS::DataSync::Agent")
public record Agent(Identity identity, String status) implements Resource {}
