package io.awsaudit.inventory.glue;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * How jobs and crawlers reach a store of data, read by {@code glue:GetConnections} but for its tags, and without passwords.
 *
 * @param connectionType such as {@code JDBC} or {@code NETWORK}
 * @param tlsEnforced whether it is only made with TLS and a certificate that holds
 * @param namesUser whether the name of a user stands in it, so that the password does as well
 * @param namesSecret whether it has user and password from Secrets Manager
 * @see <a href="https://docs.aws.amazon.com/glue/latest/webapi/API_Connection.html">Connection</a>
 */
@CloudFormationType("AWS::Glue::Connection")
public record Connection(
        Identity identity, String connectionType, boolean tlsEnforced, boolean namesUser, boolean namesSecret)
        implements Resource {
    /** {@return whether it is one to a database} */
    public boolean isJdbc() {
        return connectionType.equals("JDBC");
    }

    /** {@return whether it keeps a password itself} */
    public boolean keepsPassword() {
        return namesUser && !namesSecret;
    }
}
