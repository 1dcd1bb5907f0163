package io.awsaudit.collectors.pipes;

import io.awsaudit.collectors.AwsService;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.pipes.Pipe;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.pipes.PipesClient;
import software.amazon.awssdk.services.pipes.model.DeadLetterConfig;
import software.amazon.awssdk.services.pipes.model.DescribePipeResponse;
import software.amazon.awssdk.services.pipes.model.LogLevel;
import software.amazon.awssdk.services.pipes.model.PipeLogConfiguration;
import software.amazon.awssdk.services.pipes.model.PipeSourceDynamoDBStreamParameters;
import software.amazon.awssdk.services.pipes.model.PipeSourceKinesisStreamParameters;
import software.amazon.awssdk.services.pipes.model.PipeSourceParameters;
import software.amazon.awssdk.services.pipes.model.PipeState;

/** Reads pipes; one answer about each holds its settings and its tags. */
final class PipeCollector implements Collector<Pipe> {
    private static final AwsService<PipesClient> PIPES = AwsService.of("pipes", PipesClient::builder);
    private static final Operation LIST_PIPES = Operation.of("pipes:ListPipes").pages(100);
    private static final Detail SETTINGS = Detail.of(Pipe.class, "settings", "pipes:DescribePipe");
    private static final Detail TAGS = Detail.of(Pipe.class, "tags", "pipes:DescribePipe");

    /** The most that a page takes. */
    private static final int PAGE = 100;

    @Override
    public Set<Class<? extends Pipe>> yields() {
        return Set.of(Pipe.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST_PIPES);
    }

    @Override
    public List<Detail> details() {
        return List.of(SETTINGS, TAGS);
    }

    @Override
    public Stream<Pipe> collect(Reads reads) {
        PipesClient pipes = reads.client(PIPES);
        return reads.each(
                Pipe.class,
                reads.pages(
                                LIST_PIPES,
                                () -> pipes.listPipesPaginator(request -> request.limit(PAGE))
                                        .pipes())
                        .filter(pipe -> pipe.currentState() != PipeState.DELETING),
                pipe -> new Arn(pipe.arn()),
                pipe -> read(pipe, pipes, reads));
    }

    private static Pipe read(software.amazon.awssdk.services.pipes.model.Pipe pipe, PipesClient pipes, Reads reads) {
        Arn arn = new Arn(pipe.arn());
        // One answer holds both.
        Observed<DescribePipeResponse> described = reads.answer(
                reads.wants(SETTINGS) ? SETTINGS : TAGS,
                arn,
                () -> pipes.describePipe(request -> request.name(pipe.name())));
        return new Pipe(
                new Identity(
                        arn, reads.account(), reads.region(), pipe.name(), described.map(DescribePipeResponse::tags)),
                orEmpty(pipe.currentStateAsString()),
                orEmpty(pipe.source()),
                orEmpty(pipe.target()),
                described.map(PipeCollector::settings));
    }

    private static Pipe.Settings settings(DescribePipeResponse pipe) {
        return new Pipe.Settings(
                // Left out where it was never set.
                Optional.ofNullable(pipe.logConfiguration())
                        .map(PipeLogConfiguration::level)
                        .filter(level -> level != LogLevel.OFF)
                        .isPresent(),
                Optional.ofNullable(pipe.sourceParameters()).flatMap(PipeCollector::deadLetterQueue),
                Optional.ofNullable(pipe.roleArn())
                        .filter(role -> !role.isEmpty())
                        .map(Arn::new));
    }

    private static Optional<Arn> deadLetterQueue(PipeSourceParameters source) {
        return Stream.of(
                        Optional.ofNullable(source.kinesisStreamParameters())
                                .map(PipeSourceKinesisStreamParameters::deadLetterConfig),
                        Optional.ofNullable(source.dynamoDBStreamParameters())
                                .map(PipeSourceDynamoDBStreamParameters::deadLetterConfig))
                .flatMap(Optional::stream)
                .map(DeadLetterConfig::arn)
                .filter(queue -> queue != null && !queue.isEmpty())
                .map(Arn::new)
                .findFirst();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
