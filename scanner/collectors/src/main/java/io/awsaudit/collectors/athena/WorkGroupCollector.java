package io.awsaudit.collectors.athena;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.athena.WorkGroup;
import io.awsaudit.inventory.athena.WorkGroup.Configuration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.EncryptionConfiguration;
import software.amazon.awssdk.services.athena.model.ManagedQueryResultsConfiguration;
import software.amazon.awssdk.services.athena.model.ResultConfiguration;
import software.amazon.awssdk.services.athena.model.WorkGroupSummary;

/** Reads work groups, and how queries run in each. */
final class WorkGroupCollector implements Collector<WorkGroup> {
    private static final Operation LIST = Operation.of("athena:ListWorkGroups").pages(Athena.PAGE);
    private static final Detail CONFIGURATION = Detail.of(WorkGroup.class, "configuration", "athena:GetWorkGroup");
    private static final Detail TAGS = Detail.of(WorkGroup.class, "tags", Athena.LIST_TAGS);

    @Override
    public Set<Class<? extends WorkGroup>> yields() {
        return Set.of(WorkGroup.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(CONFIGURATION, TAGS);
    }

    @Override
    public Stream<WorkGroup> collect(Reads reads) {
        AthenaClient athena = reads.client(Athena.CLIENT);
        return reads.each(
                WorkGroup.class,
                reads.pages(
                        LIST,
                        () -> athena.listWorkGroupsPaginator(request -> request.maxResults(Athena.PAGE)).stream()
                                .flatMap(page -> page.workGroups().stream())::iterator),
                listed -> arnOf(listed, reads),
                listed -> read(listed, athena, reads));
    }

    private static Arn arnOf(WorkGroupSummary listed, Reads reads) {
        return reads.arn("athena", "workgroup/" + listed.name());
    }

    private static WorkGroup read(WorkGroupSummary listed, AthenaClient athena, Reads reads) {
        Arn arn = arnOf(listed, reads);
        return new WorkGroup(
                Athena.identity(arn, listed.name(), TAGS, athena, reads),
                Athena.text(listed.stateAsString()).orElse(""),
                reads.observe(CONFIGURATION, arn, () -> configurationOf(listed.name(), athena)));
    }

    private static Configuration configurationOf(String name, AthenaClient athena) {
        var sent = Answers.sent(
                Answers.sent(
                                athena.getWorkGroup(request -> request.workGroup(name))
                                        .workGroup(),
                                "WorkGroup")
                        .configuration(),
                "Configuration");
        Optional<ResultConfiguration> results = Optional.ofNullable(sent.resultConfiguration());
        return new Configuration(
                Boolean.TRUE.equals(sent.enforceWorkGroupConfiguration()),
                Boolean.TRUE.equals(sent.publishCloudWatchMetricsEnabled()),
                results.map(ResultConfiguration::outputLocation).flatMap(Athena::text),
                results.map(ResultConfiguration::encryptionConfiguration)
                        .map(EncryptionConfiguration::encryptionOptionAsString)
                        .flatMap(Athena::text),
                Optional.ofNullable(sent.managedQueryResultsConfiguration())
                        .map(ManagedQueryResultsConfiguration::enabled)
                        .orElse(false),
                Optional.ofNullable(sent.bytesScannedCutoffPerQuery()),
                // A group of Spark says so in the version that is in effect, too.
                Optional.ofNullable(sent.engineVersion())
                        .flatMap(version -> Stream.of(
                                        Athena.text(version.effectiveEngineVersion())
                                                .filter(effective -> effective.contains("Spark")),
                                        Athena.text(version.selectedEngineVersion()))
                                .flatMap(Optional::stream)
                                .findFirst()));
    }
}
