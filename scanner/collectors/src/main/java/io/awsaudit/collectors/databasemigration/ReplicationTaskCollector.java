package io.awsaudit.collectors.databasemigration;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.collectors.TokenPages;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.databasemigration.ReplicationTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the replication tasks of a region. */
final class ReplicationTaskCollector implements Collector<ReplicationTask> {
    private static final Operation DESCRIBE = Dms.listing("DescribeReplicationTasks");
    private static final Detail TAGS = Dms.tags(ReplicationTask.class);
    private static final JsonMapper JSON = new JsonMapper();

    @Override
    public Set<Class<? extends ReplicationTask>> yields() {
        return Set.of(ReplicationTask.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(DESCRIBE);
    }

    @Override
    public List<Detail> details() {
        return List.of(TAGS);
    }

    @Override
    public Stream<ReplicationTask> collect(Reads reads) {
        DatabaseMigrationClient dms = reads.client(Dms.CLIENT);
        Stream<software.amazon.awssdk.services.databasemigration.model.ReplicationTask> listed = reads.pages(
                        DESCRIBE,
                        () -> TokenPages.of(
                                token -> dms.describeReplicationTasks(request -> request.maxRecords(Dms.PAGE)
                                        .withoutSettings(false)
                                        .marker(token)),
                                DescribeReplicationTasksResponse::replicationTasks,
                                DescribeReplicationTasksResponse::marker))
                .filter(task -> !Dms.DELETING.equals(task.status()));
        return reads.each(
                ReplicationTask.class, listed, task -> new Arn(task.replicationTaskArn()), task -> read(task, reads));
    }

    private static ReplicationTask read(
            software.amazon.awssdk.services.databasemigration.model.ReplicationTask task, Reads reads) {
        return new ReplicationTask(
                Dms.identity(new Arn(task.replicationTaskArn()), task.replicationTaskIdentifier(), TAGS, reads),
                Dms.orEmpty(task.status()),
                new Arn(Answers.sent(task.sourceEndpointArn(), "SourceEndpointArn")),
                new Arn(Answers.sent(task.targetEndpointArn(), "TargetEndpointArn")),
                new Arn(Answers.sent(task.replicationInstanceArn(), "ReplicationInstanceArn")),
                logging(task).path("EnableLogging").asBoolean(false),
                severities(logging(task)));
    }

    private static JsonNode logging(software.amazon.awssdk.services.databasemigration.model.ReplicationTask task) {
        return JSON.readTree(Answers.sent(task.replicationTaskSettings(), "ReplicationTaskSettings"))
                .path("Logging");
    }

    private static Map<String, String> severities(JsonNode logging) {
        Map<String, String> severities = new HashMap<>();
        for (JsonNode component : logging.path("LogComponents").values()) {
            severities.put(
                    component.path("Id").asString(""),
                    component.path("Severity").asString(""));
        }
        return severities;
    }
}
