package io.awsaudit.inventory.timestreamwrite;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.stream.Stream;

/**
 * A database of Timestream for LiveAnalytics, read whole by {@code timestream:ListDatabases} but for its tags.
 *
 * @param kmsKey the key that encrypts the magnetic store of all of its tables; that of AWS for Timestream where nobody chose one
 * @see <a href="https://docs.aws.amazon.com/timestream/latest/developerguide/API_Database.html">Database</a>
 */
@CloudFormationType("AWS::Timestream::Database")
public record Database(Identity identity, Arn kmsKey) implements Resource {
    /** {@return whether its key is called by an alias that AWS keeps for its own keys} */
    public boolean namesAwsKey() {
        return kmsKey.resource().startsWith("alias/aws/");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.ENCRYPTED_BY, kmsKey));
    }
}
