package io.awsaudit.inventory.sagemaker;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When jobs that monitor an endpoint or its model run, listed by {@code sagemaker:ListMonitoringSchedules}.
 *
 * @param status such as {@code Scheduled} or {@code Failed}
 * @param job what it runs, from {@code sagemaker:DescribeMonitoringSchedule}
 * @see <a href="https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_MonitoringScheduleConfig.html">MonitoringScheduleConfig</a>
 */
@CloudFormationType("AWS::SageMaker::MonitoringSchedule")
public record MonitoringSchedule(Identity identity, String status, Observed<Job> job) implements Resource {
    /** Holds of those that run a definition which stands, and is judged, by itself. */
    public static final Predicate<Job> DEFINED_ELSEWHERE = job -> job.network().isEmpty();

    /** Holds where containers of a job defined here reach the network. */
    public static final Predicate<Job> NOT_ISOLATED =
            job -> job.network().filter(MonitoringNetwork.NOT_ISOLATED).isPresent();

    /** Holds where containers of a job defined here send each other data in the clear. */
    public static final Predicate<Job> CLEAR_TRAFFIC =
            job -> job.network().filter(MonitoringNetwork.CLEAR_TRAFFIC).isPresent();

    /**
     * What a schedule runs.
     *
     * @param definition the name of a definition that stands by itself
     * @param network that of the job that is defined in the schedule; empty where none is
     */
    public record Job(Optional<String> definition, Optional<MonitoringNetwork> network) {}
}
