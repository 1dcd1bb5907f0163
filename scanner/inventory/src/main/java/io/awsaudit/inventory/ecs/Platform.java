package io.awsaudit.inventory.ecs;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What tasks of a service or task set run on.
 *
 * @param launchType such as {@code FARGATE} or {@code EC2}; absent where a capacity provider strategy decides
 * @param capacityProviders those of the strategy, {@code FARGATE} and {@code FARGATE_SPOT} among them
 * @param version of Fargate's platform, such as {@code LATEST} or {@code 1.4.0}; absent means {@code LATEST}
 * @param family such as {@code Linux} or {@code Windows}; only on Fargate
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html">Fargate platform
 *     versions</a>
 */
public record Platform(
        Optional<String> launchType,
        List<String> capacityProviders,
        Optional<String> version,
        Optional<String> family) {
    private static final String FARGATE = "FARGATE";
    private static final String FARGATE_SPOT = "FARGATE_SPOT";
    private static final String LATEST = "LATEST";

    public Platform {
        capacityProviders = List.copyOf(capacityProviders);
    }

    /** {@return whether some of its tasks run on Fargate, whose machines AWS keeps} */
    public boolean isFargate() {
        return launchType.filter(FARGATE::equals).isPresent()
                || capacityProviders.stream().anyMatch(provider -> provider.startsWith(FARGATE));
    }

    /** {@return whether all its tasks run on Fargate's spare capacity, which AWS takes back when it needs it} */
    public boolean isSpotAlone() {
        return !capacityProviders.isEmpty() && capacityProviders.stream().allMatch(FARGATE_SPOT::equals);
    }

    /** {@return whether it runs containers of Windows, as far as AWS says} */
    public boolean isWindows() {
        return family.filter(name -> name.toLowerCase(Locale.ROOT).startsWith("windows"))
                .isPresent();
    }

    /**
     * {@return whether it stays on a version of Fargate's platform that is none of the latest}
     *
     * @param linux the latest versions for containers of Linux
     * @param windows the latest versions for containers of Windows
     */
    public boolean isBehind(List<String> linux, List<String> windows) {
        return isFargate()
                && version.filter(fixed -> !fixed.isEmpty() && !fixed.equals(LATEST))
                        .filter(fixed -> !(isWindows() ? windows : linux).contains(fixed))
                        .isPresent();
    }
}
