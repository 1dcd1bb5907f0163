package io.awsaudit.inventory.pipes;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A pipe. {@code pipes:ListPipes} tells what it connects, and {@code pipes:DescribePipe} all the rest; one that is being deleted
 * is none any more.
 *
 * @param state such as {@code RUNNING} or {@code START_FAILED}
 * @param source where events come from, an ARN or the address of a Kafka cluster elsewhere
 * @param target where they go
 * @see <a href="https://docs.aws.amazon.com/eventbridge/latest/pipes-reference/API_DescribePipe.html">DescribePipe</a>
 */
@CloudFormationType("AWS::Pipes::Pipe")
public record Pipe(Identity identity, String state, String source, String target, Observed<Settings> settings)
        implements Resource {
    /** Holds of pipes that log nothing. */
    public static final Predicate<Settings> UNLOGGED = settings -> !settings.logged();
    /** Holds of pipes that lose events after the last try. */
    public static final Predicate<Settings> LOSING =
            settings -> settings.deadLetterQueue().isEmpty();

    private static final String FAILED = "_FAILED";

    /** Services whose streams a pipe reads; it tries a batch of them again and again, and then goes on without it. */
    private static final Set<String> STREAMS = Set.of("dynamodb", "kinesis");

    /**
     * What is known of a pipe itself. What it sends, in which passwords may stand, is not kept.
     *
     * @param logged whether it logs anything anywhere
     * @param deadLetterQueue where events of a stream go after the last try
     */
    public record Settings(boolean logged, Optional<Arn> deadLetterQueue, Optional<Arn> role) {}

    /** {@return whether AWS could not do the last thing that it was told to do with it} */
    public boolean hasFailed() {
        return state.endsWith(FAILED);
    }

    /** {@return whether it reads a stream of records, which are lost after the last try} */
    public boolean readsStream() {
        return source.startsWith("arn:") && STREAMS.contains(new Arn(source).service());
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(target)
                        .filter(end -> end.startsWith("arn:"))
                        .map(end -> new Edge(arn(), Relation.ROUTES_TO, new Arn(end))),
                settings.asOptional().flatMap(Settings::role).stream()
                        .map(role -> new Edge(arn(), Relation.RUNS_AS, role)));
    }
}
