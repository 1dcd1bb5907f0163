package io.awsaudit.inventory.dynamodb;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import java.util.stream.Stream;

/**
 * A DynamoDB table. {@code dynamodb:ListTables} gives its name alone.
 *
 * @param description what it is
 * @param pointInTimeRecovery whether it can be restored to any second of the last days
 * @param policy the table's own policy, {@link Policy#NONE} where it has none
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TableDescription.html">TableDescription</a>
 */
@CloudFormationType("AWS::DynamoDB::Table")
public record Table(
        Identity identity,
        Observed<TableDescription> description,
        Observed<Boolean> pointInTimeRecovery,
        Observed<Policy> policy)
        implements Governed {
    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    @Override
    public Stream<Edge> edges() {
        return description.asOptional().flatMap(TableDescription::kmsKey).stream()
                .filter(key -> !key.region().isEmpty())
                .map((Arn key) -> new Edge(arn(), Relation.ENCRYPTED_BY, key));
    }

    /** {@return what it has of its region's quota for reads, its indexes included; nothing where that was not read} */
    public long readCapacityUnits() {
        return description.asOptional().map(TableDescription::readCapacityUnits).orElse(0L);
    }

    /** {@return what it has of its region's quota for writes, its indexes included; nothing where that was not read} */
    public long writeCapacityUnits() {
        return description
                .asOptional()
                .map(TableDescription::writeCapacityUnits)
                .orElse(0L);
    }
}
