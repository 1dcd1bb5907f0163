package io.awsaudit.inventory.kafkaconnect;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A connector of MSK Connect, read by {@code kafkaconnect:ListConnectors} but for its tags; one that is being deleted is none
 * any more. Its configuration, in which passwords may stand, is not read.
 *
 * @param encryptionInTransit how it talks to its Kafka cluster
 * @param authentication how it says to its Kafka cluster who it is
 * @param logged whether logs of its workers go anywhere
 * @param logGroups the log groups that they go to, if they do
 * @param role what it acts as
 * @see <a href="https://docs.aws.amazon.com/MSKC/latest/mskc/API_ConnectorSummary.html">ConnectorSummary</a>
 */
@CloudFormationType("AWS::KafkaConnect::Connector")
public record Connector(
        Identity identity,
        State state,
        EncryptionInTransit encryptionInTransit,
        Authentication authentication,
        boolean logged,
        List<Arn> logGroups,
        Optional<Arn> role)
        implements Resource {
    public Connector {
        logGroups = List.copyOf(logGroups);
    }

    /** What it does. */
    public record State(String value) implements OpenValue {
        public static final State RUNNING = new State("RUNNING");
        public static final State FAILED = new State("FAILED");
    }

    /** How it talks to its Kafka cluster. */
    public record EncryptionInTransit(String value) implements OpenValue {
        public static final EncryptionInTransit TLS = new EncryptionInTransit("TLS");
        public static final EncryptionInTransit PLAINTEXT = new EncryptionInTransit("PLAINTEXT");
    }

    /** How it says to its Kafka cluster who it is. */
    public record Authentication(String value) implements OpenValue {
        public static final Authentication IAM = new Authentication("IAM");
        public static final Authentication NONE = new Authentication("NONE");
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                logGroups.stream().map(group -> new Edge(arn(), Relation.LOGS_TO, group)),
                role.stream().map(other -> new Edge(arn(), Relation.RUNS_AS, other)));
    }
}
