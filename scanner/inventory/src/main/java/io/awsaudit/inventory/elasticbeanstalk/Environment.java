package io.awsaudit.inventory.elasticbeanstalk;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * An environment that a version of an application runs in, read by {@code elasticbeanstalk:DescribeEnvironments} but for its
 * settings, its platform's state and its tags. One that is terminated, or soon is, is none any more.
 *
 * @param application the name of the application
 * @param status such as {@code Ready} or {@code Launching}
 * @param tier {@code WebServer} or {@code Worker}
 * @param platform the version of the platform that it runs on
 * @param platformState where AWS is in its support of the platform's branch, such as {@code Supported}, {@code Deprecated} or
 *     {@code Retired}; empty for a platform that is not AWS's
 * @see <a href="https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_EnvironmentDescription.html">EnvironmentDescription</a>
 */
@CloudFormationType("AWS::ElasticBeanstalk::Environment")
public record Environment(
        Identity identity,
        String application,
        String status,
        String tier,
        Optional<Arn> platform,
        Observed<Optional<String>> platformState,
        Observed<EnvironmentSettings> settings)
        implements Resource {
    private static final String LAUNCHING = "Launching";

    /** Holds where AWS says nothing of the platform's branch. */
    public static final Predicate<Optional<String>> WITHOUT_STATE = Optional::isEmpty;

    /** {@return whether it is being made, and has no settings in force} */
    public boolean isLaunching() {
        return status.equals(LAUNCHING);
    }

    /** Holds where the platform's branch is in one of these states. */
    public static Predicate<Optional<String>> stateOf(List<String> states) {
        return state -> state.filter(known -> states.stream().anyMatch(known::equalsIgnoreCase))
                .isPresent();
    }
}
