package io.awsaudit.inventory.computeoptimizer;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;

/**
 * Whether Compute Optimizer looks at the account's resources, read whole by {@code compute-optimizer:GetEnrollmentStatus}:
 * always one, and inactive where nobody ever asked for it.
 *
 * <p>CloudFormation has no such type, and AWS no ARN; here it is {@code arn:aws:compute-optimizer::ACCOUNT:enrollment-status}.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/compute-optimizer/latest/APIReference/API_GetEnrollmentStatus.html">GetEnrollmentStatus</a>
 */
@CloudFormationType("AWS::ComputeOptimizer::EnrollmentStatus")
public record EnrollmentStatus(Identity identity, Status status) implements Resource {
    /** Whether the account is enrolled. */
    public record Status(String value) implements OpenValue {
        public static final Status ACTIVE = new Status("Active");
        public static final Status FAILED = new Status("Failed");
        public static final Status INACTIVE = new Status("Inactive");
        public static final Status PENDING = new Status("Pending");
    }

    /** {@return whether it is being enrolled, which takes up to a day} */
    public boolean isPending() {
        return status.equals(Status.PENDING);
    }

    /** {@return whether it is enrolled} */
    public boolean isActive() {
        return status.equals(Status.ACTIVE);
    }
}
