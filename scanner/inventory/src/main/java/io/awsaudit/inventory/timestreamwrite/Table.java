package io.awsaudit.inventory.timestreamwrite;

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
 * A table of Timestream for LiveAnalytics, listed by {@code timestream:ListTables}; one that is being deleted is none any more.
 *
 * @param database that it is in, whose key encrypts it
 * @param status such as {@code ACTIVE}
 * @param memoryStoreHours for how long data is kept in memory
 * @param magneticStoreDays for how long it is kept after that; what is older is deleted
 * @param magneticStoreWrites told by the listing, or else by {@code timestream:DescribeTable}
 * @see <a href="https://docs.aws.amazon.com/timestream/latest/developerguide/API_Table.html">Table</a>
 */
@CloudFormationType("AWS::Timestream::Table")
public record Table(
        Identity identity,
        Arn database,
        String status,
        long memoryStoreHours,
        long magneticStoreDays,
        Observed<MagneticStoreWrites> magneticStoreWrites)
        implements Resource {
    /** Holds of tables that take records which come late, and may refuse some of them without a word. */
    public static final Predicate<MagneticStoreWrites> REFUSING_IN_SILENCE =
            writes -> writes.enabled() && writes.rejectedDataBucket().isEmpty();

    /** Holds of tables that say at once which records they refuse. */
    public static final Predicate<MagneticStoreWrites> REFUSING_AT_ONCE = writes -> !writes.enabled();

    /**
     * What becomes of records that are older than what is kept in memory.
     *
     * @param enabled whether they are taken at all
     * @param rejectedDataBucket where it is written which of them were refused later; empty when nowhere
     * @see <a
     *     href="https://docs.aws.amazon.com/timestream/latest/developerguide/API_MagneticStoreWriteProperties.html">MagneticStoreWriteProperties</a>
     */
    public record MagneticStoreWrites(boolean enabled, Optional<String> rejectedDataBucket) {}

    @Override
    public Stream<Edge> edges() {
        return Stream.of(new Edge(arn(), Relation.IN, database));
    }
}
