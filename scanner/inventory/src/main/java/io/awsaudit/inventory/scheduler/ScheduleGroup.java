package io.awsaudit.inventory.scheduler;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;

/**
 * A group of schedules, read by {@code scheduler:ListScheduleGroups} but for its tags; one that is being deleted is none any
 * more.
 *
 * @see <a href="https://docs.aws.amazon.com/scheduler/latest/APIReference/API_ScheduleGroupSummary.html">ScheduleGroupSummary</a>
 */
@CloudFormationType("AWS::Scheduler::ScheduleGroup")
public record ScheduleGroup(Identity identity) implements Resource {
    private static final String DEFAULT = "default";

    /** {@return whether it is the one that every region has: AWS made it} */
    @Override
    public boolean isServiceOwned() {
        return name().equals(DEFAULT);
    }
}
