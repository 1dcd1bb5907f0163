package io.awsaudit.collectors.sagemaker;

import io.awsaudit.collectors.Answers;
import io.awsaudit.collectors.Collector;
import io.awsaudit.collectors.Detail;
import io.awsaudit.collectors.Operation;
import io.awsaudit.collectors.Reads;
import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.sagemaker.MonitoringNetwork;
import io.awsaudit.inventory.sagemaker.MonitoringSchedule;
import io.awsaudit.inventory.sagemaker.MonitoringSchedule.Job;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sagemaker.SageMakerClient;
import software.amazon.awssdk.services.sagemaker.model.MonitoringScheduleSummary;
import software.amazon.awssdk.services.sagemaker.model.NetworkConfig;

/** Reads when monitoring jobs run, and which. */
final class MonitoringScheduleCollector implements Collector<MonitoringSchedule> {
    private static final Operation LIST =
            Operation.of("sagemaker:ListMonitoringSchedules").pages(SageMaker.PAGE);
    private static final Detail JOB =
            Detail.of(MonitoringSchedule.class, "job", "sagemaker:DescribeMonitoringSchedule");
    private static final Detail TAGS = Detail.of(MonitoringSchedule.class, "tags", SageMaker.LIST_TAGS);

    @Override
    public Set<Class<? extends MonitoringSchedule>> yields() {
        return Set.of(MonitoringSchedule.class);
    }

    @Override
    public List<Operation> listings() {
        return List.of(LIST);
    }

    @Override
    public List<Detail> details() {
        return List.of(JOB, TAGS);
    }

    @Override
    public Stream<MonitoringSchedule> collect(Reads reads) {
        SageMakerClient sagemaker = reads.client(SageMaker.CLIENT);
        return reads.each(
                MonitoringSchedule.class,
                reads.pages(
                        LIST,
                        () -> sagemaker
                                .listMonitoringSchedulesPaginator(request -> request.maxResults(SageMaker.PAGE))
                                .monitoringScheduleSummaries()),
                listed -> new Arn(listed.monitoringScheduleArn()),
                listed -> read(listed, sagemaker, reads));
    }

    private static MonitoringSchedule read(MonitoringScheduleSummary listed, SageMakerClient sagemaker, Reads reads) {
        Arn arn = new Arn(listed.monitoringScheduleArn());
        return new MonitoringSchedule(
                SageMaker.identity(arn, listed.monitoringScheduleName(), TAGS, sagemaker, reads),
                SageMaker.text(listed.monitoringScheduleStatusAsString()).orElse(""),
                reads.observe(JOB, arn, () -> jobOf(listed.monitoringScheduleName(), sagemaker)));
    }

    private static Job jobOf(String name, SageMakerClient sagemaker) {
        var config = Answers.sent(
                sagemaker
                        .describeMonitoringSchedule(request -> request.monitoringScheduleName(name))
                        .monitoringScheduleConfig(),
                "MonitoringScheduleConfig");
        return new Job(
                SageMaker.text(config.monitoringJobDefinitionName()),
                Optional.ofNullable(config.monitoringJobDefinition())
                        .map(definition -> network(definition.networkConfig())));
    }

    private static MonitoringNetwork network(@Nullable NetworkConfig config) {
        return config == null
                ? MonitoringNetwork.OPEN
                : new MonitoringNetwork(
                        Boolean.TRUE.equals(config.enableInterContainerTrafficEncryption()),
                        Boolean.TRUE.equals(config.enableNetworkIsolation()));
    }
}
