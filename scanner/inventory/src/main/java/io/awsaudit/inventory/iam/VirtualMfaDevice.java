package io.awsaudit.inventory.iam;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A virtual MFA device, read whole by {@code iam:ListVirtualMFADevices}; its ARN is its serial number. No operation lists
 * the hardware devices of an account.
 *
 * @param user whom it was given to, the root user by the account's ARN; empty when it is spare
 * @param enabled since when it is in use
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_VirtualMFADevice.html">VirtualMFADevice</a>
 */
@CloudFormationType("AWS::IAM::VirtualMFADevice")
public record VirtualMfaDevice(Identity identity, Optional<Arn> user, Optional<Instant> enabled) implements Resource {
    /** The name that the console gave to the root user's device while there could be but one. */
    private static final String OF_ROOT = "mfa/root-account-mfa-device";

    /** {@return whether the root user signs in with it} */
    public boolean isOfRootUser() {
        return user.isPresent()
                ? user.get().resource().equals("root")
                : enabled.isPresent() && arn().resource().equals(OF_ROOT);
    }

    @Override
    public Stream<Edge> edges() {
        return user.stream().map(owner -> new Edge(arn(), Relation.ATTACHED_TO, owner));
    }
}
