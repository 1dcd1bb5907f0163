package io.awsaudit.inventory.bedrockagentcore;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A browser for agents that somebody made, listed by {@code bedrock-agentcore:ListBrowsers}; that of AWS, and one that is
 * deleted, is none.
 *
 * @param status such as {@code READY}
 * @param settings what {@code bedrock-agentcore:GetBrowser} adds
 * @see <a href="https://docs.aws.amazon.com/bedrock-agentcore-control/latest/APIReference/API_GetBrowser.html">GetBrowser</a>
 */
@CloudFormationType("AWS::BedrockAgentCore::BrowserCustom")
public record BrowserCustom(Identity identity, String status, Observed<Settings> settings) implements Resource {
    /** Holds of those that reach the internet past every VPC. */
    public static final Predicate<Settings> PUBLIC =
            settings -> settings.networkMode().equals("PUBLIC");

    /** Holds of those whose sessions nobody can look at later. */
    public static final Predicate<Settings> NOT_RECORDED =
            settings -> !settings.recorded() || settings.recordingBucket().isEmpty();

    /**
     * What the listing leaves out.
     *
     * @param networkMode {@code PUBLIC} or {@code VPC}
     * @param recorded whether sessions are recorded
     * @param recordingBucket the name of the bucket that recordings go to
     */
    public record Settings(String networkMode, boolean recorded, Optional<String> recordingBucket) {}
}
