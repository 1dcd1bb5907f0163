package io.awsaudit.inventory.sfn;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A state machine. {@code states:ListStateMachines} tells its kind, and {@code states:DescribeStateMachine} all the rest; one
 * that is being deleted is none any more. Its definition is not kept.
 *
 * @param machineType {@code STANDARD}, or {@code EXPRESS} of whose executions Step Functions itself keeps no history
 * @param definitionSecrets what looks like a credential in its definition
 * @see <a href="https://docs.aws.amazon.com/step-functions/latest/apireference/API_DescribeStateMachine.html">DescribeStateMachine</a>
 */
@CloudFormationType("AWS::StepFunctions::StateMachine")
public record StateMachine(
        Identity identity, String machineType, Observed<Settings> settings, Observed<List<Secret>> definitionSecrets)
        implements Resource {
    /** Holds of state machines that are being deleted. */
    public static final Predicate<Settings> DELETING =
            settings -> settings.status().equals("DELETING");
    /** Holds of state machines that log nothing. */
    public static final Predicate<Settings> UNLOGGED =
            settings -> settings.logLevel().equals(LogLevel.OFF);
    /** Holds of state machines that X-Ray does not trace. */
    public static final Predicate<Settings> UNTRACED = settings -> !settings.traced();

    /** What of an execution is logged. */
    public record LogLevel(String value) implements OpenValue {
        public static final LogLevel ALL = new LogLevel("ALL");
        public static final LogLevel ERROR = new LogLevel("ERROR");
        public static final LogLevel FATAL = new LogLevel("FATAL");
        public static final LogLevel OFF = new LogLevel("OFF");
    }

    /**
     * What is known of a state machine itself.
     *
     * @param logLevel {@link LogLevel#OFF} where it was never set
     * @param traced whether X-Ray traces its executions
     * @param kmsKey the customer's key that encrypts its data, as id, alias or ARN; empty where one of AWS's own does
     */
    public record Settings(
            String status,
            LogLevel logLevel,
            List<Arn> logGroups,
            boolean traced,
            Optional<String> kmsKey,
            Optional<Arn> role) {
        public Settings {
            logGroups = List.copyOf(logGroups);
        }
    }

    @Override
    public Stream<Edge> edges() {
        return settings.asOptional().stream()
                .flatMap(known -> Stream.of(
                                known.logGroups().stream().map(group -> new Edge(arn(), Relation.LOGS_TO, group)),
                                known.kmsKey().stream()
                                        .filter(key -> key.startsWith("arn:"))
                                        .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key))),
                                known.role().stream().map(role -> new Edge(arn(), Relation.RUNS_AS, role)))
                        .flatMap(edges -> edges));
    }
}
