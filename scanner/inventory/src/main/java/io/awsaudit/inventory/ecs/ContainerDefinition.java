package io.awsaudit.inventory.ecs;

import io.awsaudit.inventory.Excerpt;
import io.awsaudit.inventory.Secret;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * A container of a task definition. Values of environment variables, which may be credentials, are not in it.
 *
 * @param user whom its processes run as, such as {@code app}, {@code 1000:1000} or {@code root}; absent where the image
 *     decides
 * @param logDriver such as {@code awslogs}; absent where the container's output goes wherever the machine sends it
 * @param environment names of the variables that are written into the definition; those that come from a file or from a
 *     store of secrets are not among them
 * @param credentials what looks like a credential in its settings, such as {@code environment DB_PASSWORD}
 * @param memoryMiB what it may use at most before it is killed; absent where it has no limit of its own
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html">ContainerDefinition</a>
 */
public record ContainerDefinition(
        String name,
        Optional<String> user,
        boolean privileged,
        boolean readonlyRootFilesystem,
        Optional<String> logDriver,
        List<String> environment,
        List<Secret> credentials,
        OptionalInt memoryMiB) {
    private static final int NAME_LENGTH = 256;
    private static final Pattern ZERO = Pattern.compile("0+");

    public ContainerDefinition {
        environment = environment.stream()
                .map(variable -> Excerpt.ofName(variable, NAME_LENGTH))
                .toList();
        credentials = List.copyOf(credentials);
    }

    /** {@return whether it runs as a Linux system's root, or as whom the image says, who is root unless the image cares} */
    public boolean mayBeRoot() {
        return user.map(ContainerDefinition::withoutGroup)
                .map(name -> name.isEmpty()
                        || name.equals("root")
                        || ZERO.matcher(name).matches())
                .orElse(true);
    }

    /**
     * {@return whether it runs as the administrator of a Windows container, or as whom the image says, who is that in most}
     */
    public boolean mayBeAdministrator() {
        return user.map(ContainerDefinition::withoutDomain)
                .map(name -> name.isEmpty() || name.equals("containeradministrator") || name.equals("administrator"))
                .orElse(true);
    }

    /** {@return whether AWS's log drivers, or any other, get what it prints} */
    public boolean isLogged() {
        return logDriver.filter(driver -> !driver.isEmpty()).isPresent();
    }

    /** Of {@code user:group} the user. */
    private static String withoutGroup(String user) {
        int colon = user.indexOf(':');
        return (colon < 0 ? user : user.substring(0, colon)).strip();
    }

    /** Of {@code User Manager\ContainerAdministrator} the user. */
    private static String withoutDomain(String user) {
        return user.substring(user.lastIndexOf('\\') + 1).strip().toLowerCase(Locale.ROOT);
    }
}
