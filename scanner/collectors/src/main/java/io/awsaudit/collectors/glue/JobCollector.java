package io.awsaudit.collectors.glue;

import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.glue.Job;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.glue.GlueClient;

/** Reads jobs; of their arguments only whether they hold a credential, and what they ask of Glue itself. */
final class JobCollector implements Collector<Job> {
    private static final Operation GET_JOBS = Operation.of("glue:GetJobs").pages(Glue.PAGE);
    private static final Detail TAGS = Detail.of(Job.class, "tags", Glue.GET_TAGS);

    private static final List<String> METRICS = List.of("--enable-metrics", "--enable-observability-metrics");

    @Override
    public Set<Class<? extends Job>> yields() {
        return Set.of(Job.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(GET_JOBS);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<Job> collect(Reads reads) {
        GlueClient glue = reads.client(Glue.GLUE);
        return reads.each(
                Job.class,
                reads.pages(
                        GET_JOBS,
                        () -> glue.getJobsPaginator(request -> request.maxResults(Glue.PAGE))
                                .jobs()),
                job -> arnOf(job.name(), reads),
                job -> read(job, glue, reads));
    }

    private static Arn arnOf(String name, Reads reads) {
        return reads.arn("glue", "job/" + name);
    }

    private static Job read(software.amazon.awssdk.services.glue.model.Job job, GlueClient glue, Reads reads) {
        Arn arn = arnOf(job.name(), reads);
        return new Job(
                new Identity(
                        arn,
                        reads.account(),
                        reads.region(),
                        job.name(),
                        reads.observe(TAGS, arn, () -> Glue.tags(arn, glue))),
                job.command() == null ? "" : Glue.orEmpty(job.command().name()),
                Optional.ofNullable(job.glueVersion()).filter(version -> !version.isBlank()),
                Stream.of(job.defaultArguments(), job.nonOverridableArguments())
                        .flatMap(arguments -> Secrets.inSettings(arguments).stream())
                        .distinct()
                        .toList(),
                "true".equalsIgnoreCase(argument(job, "--enable-continuous-cloudwatch-log")),
                METRICS.stream().anyMatch(name -> isOn(argument(job, name))),
                Optional.ofNullable(job.timeout()),
                Optional.ofNullable(job.securityConfiguration())
                        .filter(name -> !name.isBlank())
                        .map(name -> Glue.securityConfiguration(name, reads)));
    }

    private static @Nullable String argument(software.amazon.awssdk.services.glue.model.Job job, String name) {
        return job.nonOverridableArguments()
                .getOrDefault(name, job.defaultArguments().get(name));
    }

    /** Glue turns metrics on where the argument is there, with any value but this one. */
    private static boolean isOn(@Nullable String argument) {
        return argument != null && !argument.equalsIgnoreCase("false");
    }
}
