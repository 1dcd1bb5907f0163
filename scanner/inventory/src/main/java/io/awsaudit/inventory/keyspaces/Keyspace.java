package io.awsaudit.inventory.keyspaces;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A keyspace, read by {@code keyspaces:ListKeyspaces} but for its tags. Those that AWS keeps its own tables in are left out.
 *
 * @param replicationStrategy {@code SINGLE_REGION} or {@code MULTI_REGION}
 * @see <a href="https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_KeyspaceSummary.html">KeyspaceSummary</a>
 */
@CloudFormationType("AWS::Cassandra::Keyspace")
public record Keyspace(Identity identity, String replicationStrategy) implements Resource {}
