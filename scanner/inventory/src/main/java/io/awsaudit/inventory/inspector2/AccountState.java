package io.awsaudit.inventory.inspector2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;
import java.util.Map;

/**
 * What Amazon Inspector does for an account in a region; always one a region, all disabled where it was never switched on.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN: {@code arn:aws:inspector2:eu-west-1:123456789012:account-state}.
 *
 * @param scans the state of each scan type, by AWS's name of it: {@code ec2}, {@code ecr}, {@code lambda}, {@code lambdaCode}
 * @see <a href="https://docs.aws.amazon.com/inspector/v2/APIReference/API_ResourceState.html">ResourceState</a>
 */
@CloudFormationType("AWS::InspectorV2::AccountState")
public record AccountState(Identity identity, Observed<Map<String, Status>> scans) implements Resource {
    /** Whether Inspector scans, or is about to, or no longer does. */
    public record Status(String value) implements OpenValue {
        public static final Status DISABLED = new Status("DISABLED");
        public static final Status ENABLED = new Status("ENABLED");
    }

    public AccountState {
        scans = scans.map(Map::copyOf);
    }

    /** {@return whether a scan type is known not to be at work; one that AWS does not name is not} */
    public boolean lacks(String scan) {
        return scans.knownNotTo(states -> Status.ENABLED.equals(states.get(scan)));
    }
}
