package io.awsaudit.inventory.rds;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Map;

/**
 * A parameter group that somebody made for instances, listed by {@code rds:DescribeDBParameterGroups}. Those that AWS makes,
 * which cannot be changed, are left out.
 *
 * @param family the engine and version that it is for, such as {@code postgres16}
 * @param parameters those that somebody has set, by name; all others have the engine's default
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DBParameterGroup.html">DBParameterGroup</a>
 */
@CloudFormationType("AWS::RDS::DBParameterGroup")
public record DbParameterGroup(Identity identity, String family, Observed<Map<String, String>> parameters)
        implements Resource {}
