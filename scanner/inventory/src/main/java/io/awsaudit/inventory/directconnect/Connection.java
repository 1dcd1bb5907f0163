package io.awsaudit.inventory.directconnect;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A line from a data centre to AWS, read whole by {@code directconnect:DescribeConnections}, which goes on showing deleted and
 * rejected ones for a while; those are none.
 *
 * @param location where it ends, such as {@code EqDC2}
 * @param lag the bundle that it is one of
 * @param macSecCapable whether it can be encrypted on its way
 * @param encryptionMode {@code no_encrypt}, {@code should_encrypt} or {@code must_encrypt}
 * @param portEncryptionStatus such as {@code Encryption Up}
 * @see <a href="https://docs.aws.amazon.com/directconnect/latest/APIReference/API_Connection.html">Connection</a>
 */
@CloudFormationType("AWS::DirectConnect::Connection")
public record Connection(
        Identity identity,
        String location,
        State state,
        Optional<Arn> lag,
        boolean macSecCapable,
        Optional<String> encryptionMode,
        Optional<String> portEncryptionStatus)
        implements Resource {
    private static final String MUST_ENCRYPT = "must_encrypt";
    private static final String ENCRYPTION_UP = "Encryption Up";

    /** Where a connection is in its life. */
    public record State(String value) implements OpenValue {
        public static final State AVAILABLE = new State("available");
        public static final State DOWN = new State("down");
    }

    /** {@return whether it was there once, and works or does not} */
    public boolean isBuilt() {
        return state.equals(State.AVAILABLE) || state.equals(State.DOWN);
    }

    /** {@return whether it works} */
    public boolean isAvailable() {
        return state.equals(State.AVAILABLE);
    }

    /** {@return whether what goes over it is encrypted, or nothing goes} */
    public boolean isEncrypted() {
        return encryptionMode.filter(MUST_ENCRYPT::equals).isPresent()
                || portEncryptionStatus.filter(ENCRYPTION_UP::equals).isPresent();
    }

    @Override
    public Stream<Edge> edges() {
        return lag.stream().map(bundle -> new Edge(arn(), Relation.MEMBER_OF, bundle));
    }
}
