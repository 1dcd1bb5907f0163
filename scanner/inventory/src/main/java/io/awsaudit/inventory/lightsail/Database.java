package io.awsaudit.inventory.lightsail;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import java.util.Optional;

/**
 * A managed database of Lightsail, read whole by {@code lightsail:GetRelationalDatabases}.
 *
 * @param engine such as {@code mysql}
 * @param secondaryZone where its standby is; empty where it has none
 * @see <a href="https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_RelationalDatabase.html">RelationalDatabase</a>
 */
@CloudFormationType("AWS::Lightsail::Database")
public record Database(
        Identity identity,
        String engine,
        boolean publiclyAccessible,
        boolean backupRetentionEnabled,
        Optional<String> secondaryZone)
        implements Resource {}
