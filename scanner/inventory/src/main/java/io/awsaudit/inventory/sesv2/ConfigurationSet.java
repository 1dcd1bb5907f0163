package io.awsaudit.inventory.sesv2;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How mail is sent that names it, listed by {@code ses:ListConfigurationSets}.
 *
 * @param settings what {@code ses:GetConfigurationSet} says of it
 * @see <a href="https://docs.aws.amazon.com/ses/latest/APIReference-V2/API_GetConfigurationSet.html">GetConfigurationSet</a>
 */
@CloudFormationType("AWS::SES::ConfigurationSet")
public record ConfigurationSet(Identity identity, Observed<Settings> settings) implements Resource {
    /** Holds of those that send mail in the clear to servers without TLS. Where nothing was chosen, they do. */
    public static final Predicate<Settings> TLS_OPTIONAL =
            settings -> !settings.tlsPolicy().equals(Optional.of("REQUIRE"));

    /** Holds of those that do not tell how much mail bounces. */
    public static final Predicate<Settings> WITHOUT_REPUTATION_METRICS = settings -> !settings.reputationMetrics();

    /**
     * How mail is sent.
     *
     * @param tlsPolicy {@code REQUIRE} or {@code OPTIONAL}; empty where nothing was chosen
     * @param reputationMetrics whether bounces and complaints go to CloudWatch
     */
    public record Settings(Optional<String> tlsPolicy, boolean reputationMetrics) {}
}
