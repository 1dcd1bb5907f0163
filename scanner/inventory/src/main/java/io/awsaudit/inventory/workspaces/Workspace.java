package io.awsaudit.inventory.workspaces;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A virtual desktop, read by {@code workspaces:DescribeWorkspaces} but for its tags and when it was used; one that is being
 * terminated is none any more.
 *
 * @param encryptionKey what encrypts its volumes, as the service names it: an ARN, or an alias
 * @param operatingSystem such as {@code WINDOWS_SERVER_2022}; empty where AWS does not say
 * @param lastConnected when its user last connected; empty where nobody ever has
 * @see <a href="https://docs.aws.amazon.com/workspaces/latest/api/API_Workspace.html">Workspace</a>
 */
@CloudFormationType("AWS::WorkSpaces::Workspace")
public record Workspace(
        Identity identity,
        Arn directory,
        State state,
        boolean rootVolumeEncrypted,
        boolean userVolumeEncrypted,
        Optional<String> encryptionKey,
        Optional<String> runningMode,
        Optional<String> computeType,
        Optional<String> operatingSystem,
        Observed<Optional<Instant>> lastConnected)
        implements Resource {
    /** Where a WorkSpace is in its life. */
    public record State(String value) implements OpenValue {
        public static final State AVAILABLE = new State("AVAILABLE");
        public static final State ERROR = new State("ERROR");
        public static final State IMPAIRED = new State("IMPAIRED");
        public static final State PENDING = new State("PENDING");
        public static final State UNHEALTHY = new State("UNHEALTHY");
    }

    private static final Set<State> UNUSABLE = Set.of(State.ERROR, State.IMPAIRED, State.UNHEALTHY);

    /** {@return whether it could not be made, so that it has no volumes} */
    public boolean isFailed() {
        return state.equals(State.ERROR);
    }

    /** {@return whether it is still being made} */
    public boolean isPending() {
        return state.equals(State.PENDING);
    }

    /** {@return whether its user cannot work with it} */
    public boolean isUnusable() {
        return UNUSABLE.contains(state);
    }

    /** {@return whether it is known that nobody has connected for so many days before a moment} */
    public boolean unusedFor(long days, Instant asOf) {
        return lastConnected.knownTo(last -> last.filter(
                        moment -> Duration.between(moment, asOf).toDays() < days)
                .isEmpty());
    }

    /** {@return whether its operating system is one of those named, such as {@code WINDOWS_7}} */
    public boolean runsAnyOf(List<String> operatingSystems) {
        return operatingSystem.filter(operatingSystems::contains).isPresent();
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                Stream.of(new Edge(arn(), Relation.IN, directory)),
                encryptionKey.stream()
                        .filter(key -> key.startsWith("arn:"))
                        .map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, new Arn(key))));
    }
}
