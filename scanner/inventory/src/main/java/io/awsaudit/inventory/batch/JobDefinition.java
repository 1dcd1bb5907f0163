package io.awsaudit.inventory.batch;

import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A job definition, read whole by {@code batch:DescribeJobDefinitions}: the latest active revision of each name, which is what
 * runs unless another is named.
 *
 * @param definitionType {@code container} or {@code multinode}
 * @param attempts how often a job is tried; empty where that was never set, which means once
 * @param timeoutSeconds after which a try is ended; empty where it may go on for ever
 * @see <a href="https://docs.aws.amazon.com/batch/latest/APIReference/API_JobDefinition.html">JobDefinition</a>
 */
@CloudFormationType("AWS::Batch::JobDefinition")
public record JobDefinition(
        Identity identity,
        String definitionName,
        int revision,
        String definitionType,
        List<Container> containers,
        Optional<Integer> attempts,
        Optional<Integer> timeoutSeconds)
        implements Resource {
    /** Holds of containers that may do on their host what root may. */
    public static final Predicate<Container> PRIVILEGED = Container::privileged;

    public JobDefinition {
        containers = List.copyOf(containers);
    }

    /**
     * A container of a job. Values of environment variables, which may be credentials, are not in it.
     *
     * @param name what tells it from others of the job
     * @param credentials what looks like a credential in its environment
     */
    public record Container(String name, boolean privileged, List<Secret> credentials) {
        public Container {
            credentials = List.copyOf(credentials);
        }
    }

    /** {@return names of the containers of which {@code test} holds} */
    public List<String> containersThat(Predicate<Container> test) {
        return containers.stream().filter(test).map(Container::name).toList();
    }

    /** {@return what looks like a credential, each as {@code container: VARIABLE looks like a GitHub token}} */
    public List<String> plainCredentials() {
        return containers.stream()
                .flatMap(container ->
                        Secret.words(container.credentials()).stream().map(words -> container.name() + ": " + words))
                .toList();
    }

    /** {@return whether a job is lost with its first try} */
    public boolean isTriedOnce() {
        return attempts.filter(count -> count > 1).isEmpty();
    }
}
