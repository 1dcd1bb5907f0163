package io.awsaudit.localstack.proxy;

import io.awsaudit.inventory.Gap;
import java.util.Optional;
import java.util.function.Function;

/**
 * AWS refuses, and blames a policy.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access
 *     denied error messages</a>
 */
public enum Denial implements Fault {
    MISSING_ALLOW(Gap.Blame.MISSING_ALLOW, "because no identity-based policy allows the %s action"),
    IDENTITY_POLICY(Gap.Blame.IDENTITY_POLICY, "with an explicit deny in an identity-based policy"),
    SERVICE_CONTROL_POLICY(Gap.Blame.SERVICE_CONTROL_POLICY, "with an explicit deny in a service control policy"),
    NO_SERVICE_CONTROL_POLICY(
            Gap.Blame.SERVICE_CONTROL_POLICY, "because no service control policy allows the %s action"),
    RESOURCE_CONTROL_POLICY(Gap.Blame.RESOURCE_CONTROL_POLICY, "with an explicit deny in a resource control policy"),
    PERMISSIONS_BOUNDARY(Gap.Blame.PERMISSIONS_BOUNDARY, "because no permissions boundary allows the %s action"),
    SESSION_POLICY(Gap.Blame.SESSION_POLICY, "because no session policy allows the %s action"),
    RESOURCE_POLICY(Gap.Blame.RESOURCE_POLICY, "with an explicit deny in a resource-based policy"),
    VPC_ENDPOINT_POLICY(Gap.Blame.VPC_ENDPOINT_POLICY, "because no VPC endpoint policy allows the %s action"),
    /** As S3 and some others answer, that say no more. */
    PLAIN;

    private static final String CALLER = "arn:aws:sts::123456789012:assumed-role/auditor/session";

    private final Optional<Gap.Blame> blame;
    private final String reason;

    Denial() {
        this.blame = Optional.empty();
        this.reason = "";
    }

    Denial(Gap.Blame blame, String reason) {
        this.blame = Optional.of(blame);
        this.reason = reason;
    }

    /** {@return whose doing the message says it is, empty where it says nothing} */
    public Optional<Gap.Blame> blame() {
        return blame;
    }

    @Override
    public Answer answer(Call call, Function<Call, Answer> emulator) {
        String code = Errors.code(call, "AccessDenied", "UnauthorizedOperation", "AccessDeniedException");
        return Errors.of(call, call.protocol() == Protocol.JSON ? 400 : 403, code, message(call));
    }

    private String message(Call call) {
        if (blame.isEmpty()) {
            return "Access Denied";
        }
        String start = call.protocol() == Protocol.EC2 ? "You are not authorized to perform this operation. " : "";
        return start + "User: " + CALLER + " is not authorized to perform: " + call.operation() + " on resource: * "
                + reason.formatted(call.operation());
    }
}
