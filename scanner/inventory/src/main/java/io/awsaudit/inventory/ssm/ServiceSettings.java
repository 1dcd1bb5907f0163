package io.awsaudit.inventory.ssm;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Resource;

/**
 * How Systems Manager works in a region of the account; always one a region.
 *
 * <p>CloudFormation has no type for it, nor AWS an ARN for all settings together: {@code
 * arn:aws:ssm:eu-west-1:123456789012:servicesetting}.
 *
 * @param documentSharing whether documents can be shared with everybody
 * @param automationLogs where the output of scripts in automations goes
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetServiceSetting.html">GetServiceSetting</a>
 */
@CloudFormationType("AWS::SSM::ServiceSettings")
public record ServiceSettings(
        Identity identity, Observed<PublicSharing> documentSharing, Observed<LogDestination> automationLogs)
        implements Resource {
    /** Whether documents can be shared with everybody; they can where nobody ever set it. */
    public record PublicSharing(String value) implements OpenValue {
        public static final PublicSharing ENABLED = new PublicSharing("Enable");
        public static final PublicSharing DISABLED = new PublicSharing("Disable");
    }

    /** Where output goes; {@link #NONE} is our word for what AWS leaves unsaid. */
    public record LogDestination(String value) implements OpenValue {
        public static final LogDestination CLOUD_WATCH = new LogDestination("CloudWatch");
        public static final LogDestination NONE = new LogDestination("none");
    }
}
