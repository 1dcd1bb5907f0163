package io.awsaudit.inventory.emr;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.function.Predicate;

/**
 * How clusters are secured that use it, listed by {@code elasticmapreduce:ListSecurityConfigurations}.
 *
 * <p>AWS has no ARN for it: {@code arn:aws:elasticmapreduce:eu-west-1:123456789012:security-configuration/NAME}. It cannot carry
 * tags.
 *
 * @param settings from the document that {@code elasticmapreduce:DescribeSecurityConfiguration} sends
 * @see <a href="https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html">Create a security
 *     configuration</a>
 */
@CloudFormationType("AWS::EMR::SecurityConfiguration")
public record SecurityConfiguration(Identity identity, Observed<Settings> settings) implements Resource {
    /** Holds where data at rest is not encrypted. */
    public static final Predicate<Settings> CLEAR_AT_REST = settings -> !settings.encryptedAtRest();

    /** Holds where data in transit is not encrypted. */
    public static final Predicate<Settings> CLEAR_IN_TRANSIT = settings -> !settings.encryptedInTransit();

    /** Holds where nodes give credentials to requests without a token. */
    public static final Predicate<Settings> ANSWERS_METADATA_V1 = settings -> !settings.metadataV2Required();

    /**
     * What it asks of clusters; whatever it does not mention it does not ask.
     *
     * @param metadataV2Required whether nodes give credentials only to requests with a token
     */
    public record Settings(boolean encryptedAtRest, boolean encryptedInTransit, boolean metadataV2Required) {}
}
