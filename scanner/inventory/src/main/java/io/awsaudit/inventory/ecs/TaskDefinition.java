package io.awsaudit.inventory.ecs;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A revision of a task definition, read whole by {@code ecs:DescribeTaskDefinition}: the latest active one of each family,
 * which is what runs unless another is named, and those that services run. Others, of which a family may have thousands,
 * are not collected.
 *
 * @param family what its revisions have in common
 * @param revision counts from 1
 * @param status {@code ACTIVE}; {@code INACTIVE} where it was deregistered, yet services run it on
 * @param networkMode such as {@code awsvpc}, {@code bridge} or {@code host}; absent where the platform's default holds
 * @param pidMode {@code host} or {@code task}; absent where each container has a process namespace of its own
 * @param ipcMode {@code host}, {@code task} or {@code none}; absent where the machine's setting holds
 * @param operatingSystemFamily such as {@code LINUX} or {@code WINDOWS_SERVER_2022_CORE}; absent means Linux, unless the
 *     placement constraints say otherwise
 * @param cpuArchitecture {@code X86_64} or {@code ARM64}; absent means x86 on Fargate, and elsewhere that of the machine
 * @param requiresCompatibilities such as {@code EC2} or {@code FARGATE}
 * @param placementConstraints expressions of the cluster query language
 * @param memory what all containers of a task may use together, such as {@code 512}; absent where nothing limits them together
 * @see <a href="https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskDefinition.html">TaskDefinition</a>
 */
@CloudFormationType("AWS::ECS::TaskDefinition")
public record TaskDefinition(
        Identity identity,
        String family,
        int revision,
        String status,
        Optional<String> networkMode,
        Optional<String> pidMode,
        Optional<String> ipcMode,
        Optional<String> operatingSystemFamily,
        Optional<String> cpuArchitecture,
        List<String> requiresCompatibilities,
        List<String> placementConstraints,
        Optional<Arn> taskRole,
        Optional<Arn> executionRole,
        List<ContainerDefinition> containers,
        List<EfsVolume> efsVolumes,
        Optional<String> memory)
        implements Resource {
    /** Holds of containers that may do on their host what root may. */
    public static final Predicate<ContainerDefinition> PRIVILEGED = ContainerDefinition::privileged;

    /** Holds of containers that can write to their own root file system. */
    public static final Predicate<ContainerDefinition> WRITABLE = container -> !container.readonlyRootFilesystem();

    /** Holds of containers that nothing of their own keeps from using all the memory there is. */
    public static final Predicate<ContainerDefinition> UNLIMITED =
            container -> container.memoryMiB().isEmpty();

    /** Holds of containers whose output goes wherever the machine sends it. */
    public static final Predicate<ContainerDefinition> UNLOGGED = container -> !container.isLogged();

    /** Holds of containers that run as root, or may. */
    public static final Predicate<ContainerDefinition> ROOT = ContainerDefinition::mayBeRoot;

    /** Holds of containers that run as administrator, or may. */
    public static final Predicate<ContainerDefinition> ADMINISTRATOR = ContainerDefinition::mayBeAdministrator;

    private static final String HOST = "host";

    public TaskDefinition {
        requiresCompatibilities = List.copyOf(requiresCompatibilities);
        placementConstraints = List.copyOf(placementConstraints);
        containers = List.copyOf(containers);
        efsVolumes = List.copyOf(efsVolumes);
    }

    /**
     * A volume on an elastic file system.
     *
     * @param fileSystem its id
     * @param encryptedInTransit false where AWS does not say, which is the default
     */
    public record EfsVolume(String name, String fileSystem, boolean encryptedInTransit) {}

    @Override
    public Stream<Edge> edges() {
        return Stream.concat(
                        taskRole.stream(), executionRole.filter(role -> !taskRole.equals(Optional.of(role))).stream())
                .map(role -> new Edge(arn(), Relation.RUNS_AS, role));
    }

    /** {@return whether it is for Fargate, where it chooses the processor} */
    public boolean isForFargate() {
        return requiresCompatibilities.contains("FARGATE");
    }

    /** {@return whether it runs on a processor of AWS's own} */
    public boolean isForGraviton() {
        return cpuArchitecture.filter("ARM64"::equalsIgnoreCase).isPresent();
    }

    /** {@return whether its containers are of Windows} */
    public boolean isWindows() {
        return operatingSystemFamily
                .map(family -> family.toUpperCase(Locale.ROOT).startsWith("WINDOWS"))
                .orElseGet(() -> placementConstraints.stream().anyMatch(TaskDefinition::demandsWindows));
    }

    /** As AWS's guide has it: {@code attribute:ecs.os-type == windows}. */
    private static boolean demandsWindows(String expression) {
        return expression.toLowerCase(Locale.ROOT).replaceAll("[\\s'\"]", "").contains("ecs.os-type==windows");
    }

    /** {@return whether its tasks use the network interfaces of their host} */
    public boolean usesHostNetwork() {
        return networkMode.filter(HOST::equals).isPresent();
    }

    /** {@return whether its containers see the processes of their host} */
    public boolean sharesHostProcesses() {
        return pidMode.filter(HOST::equals).isPresent();
    }

    /** {@return whether its containers see the shared memory and semaphores of their host} */
    public boolean sharesHostMemory() {
        return ipcMode.filter(HOST::equals).isPresent();
    }

    /** {@return names of the containers of which {@code test} holds} */
    public List<String> containersThat(Predicate<ContainerDefinition> test) {
        return containers.stream().filter(test).map(ContainerDefinition::name).toList();
    }

    /** {@return the containers with variables of these names, each as {@code container: VARIABLE}} */
    public List<String> variablesNamed(List<String> names) {
        return containers.stream()
                .flatMap(container -> container.environment().stream()
                        .filter(names::contains)
                        .map(name -> container.name() + ": " + name))
                .toList();
    }

    /** {@return what looks like a credential, each as {@code container: environment NAME, looks like a GitHub token}} */
    public List<String> plainCredentials() {
        return containers.stream()
                .flatMap(container -> container.credentials().stream()
                        .map(seen -> container.name() + ": " + seen.where() + ", " + seen.reason()))
                .toList();
    }

    /** {@return names of the volumes whose traffic goes over the network in the clear} */
    public List<String> volumesInTheClear() {
        return efsVolumes.stream()
                .filter(volume -> !volume.encryptedInTransit())
                .map(EfsVolume::name)
                .toList();
    }
}
