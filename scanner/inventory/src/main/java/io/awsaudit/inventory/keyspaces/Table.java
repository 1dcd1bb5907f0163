package io.awsaudit.inventory.keyspaces;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A table of a keyspace, listed by {@code keyspaces:ListTables}.
 *
 * @see <a href="https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_GetTable.html">GetTable</a>
 */
@CloudFormationType("AWS::Cassandra::Table")
public record Table(Identity identity, Arn keyspace, Observed<Settings> settings) implements Resource {
    /** Holds of tables that can be brought back to no moment of the past. */
    public static final Predicate<Settings> WITHOUT_RECOVERY = settings -> !settings.pointInTimeRecovery();

    /** Holds of tables that a key of AWS encrypts, which the account has no say in. */
    public static final Predicate<Settings> WITHOUT_OWN_KEY =
            settings -> settings.kmsKey().isEmpty();

    /** Holds of tables whose key cannot be used any more. */
    public static final Predicate<Settings> WITHOUT_ACCESS_TO_KEY =
            settings -> settings.status().equals("INACCESSIBLE_ENCRYPTION_CREDENTIALS");

    /**
     * What {@code keyspaces:GetTable} tells of a table.
     *
     * @param status such as {@code ACTIVE}
     * @param kmsKey the key of the customer's that encrypts it; empty when it is one of AWS's
     * @param throughputMode {@code PAY_PER_REQUEST} or {@code PROVISIONED}
     */
    public record Settings(String status, boolean pointInTimeRecovery, Optional<Arn> kmsKey, String throughputMode) {}

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.IN, keyspace)),
                settings.asOptional().stream()
                        .flatMap(known -> known.kmsKey().stream())
                        .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)));
    }
}
