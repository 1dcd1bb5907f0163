package io.awsaudit.collectors.scheduler;

import io.awsaudit.collectors.AwsService;
import software.amazon.awssdk.services.scheduler.SchedulerClient;

/** The client of EventBridge Scheduler. */
final class Scheduler {
    static final AwsService<SchedulerClient> SCHEDULER = AwsService.of("scheduler", SchedulerClient::builder);

    /** The most that a page of a listing takes. */
    static final int PAGE = 100;

    private Scheduler() {}
}
