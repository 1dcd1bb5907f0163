package io.awsaudit.collectors.ecs;

import static io.awsaudit.collectors.ecs.Ecs.orEmpty;

import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.Secrets;
import io.awsaudit.inventory.ecs.ContainerDefinition;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import software.amazon.awssdk.services.ecs.model.HealthCheck;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.LogConfiguration;

/** What is kept of a container: of its settings' values no more than that they look like credentials. */
final class Containers {
    private Containers() {}

    static ContainerDefinition read(software.amazon.awssdk.services.ecs.model.ContainerDefinition given) {
        return new ContainerDefinition(
                orEmpty(given.name()),
                Optional.ofNullable(given.user()),
                Boolean.TRUE.equals(given.privileged()),
                Boolean.TRUE.equals(given.readonlyRootFilesystem()),
                Optional.ofNullable(given.logConfiguration()).map(LogConfiguration::logDriverAsString),
                given.environment().stream()
                        .map(variable -> orEmpty(variable.name()))
                        .toList(),
                credentials(given),
                given.memory() == null ? OptionalInt.empty() : OptionalInt.of(given.memory()));
    }

    private static List<Secret> credentials(software.amazon.awssdk.services.ecs.model.ContainerDefinition given) {
        return Stream.of(
                        given.environment().stream().flatMap(variable -> setting("environment", variable).stream()),
                        settings("dockerLabels", given.dockerLabels()),
                        settings(
                                "logConfiguration",
                                Optional.ofNullable(given.logConfiguration())
                                        .map(LogConfiguration::options)
                                        .orElse(Map.of())),
                        words("entryPoint", given.entryPoint()),
                        words("command", given.command()),
                        words(
                                "healthCheck",
                                Optional.ofNullable(given.healthCheck())
                                        .map(HealthCheck::command)
                                        .orElse(List.of())))
                .flatMap(seen -> seen)
                .distinct()
                .toList();
    }

    private static Stream<Secret> settings(String where, Map<String, String> settings) {
        return settings.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(setting ->
                        seen(where + " " + setting.getKey(), setting.getKey(), orEmpty(setting.getValue())).stream());
    }

    private static Optional<Secret> setting(String where, KeyValuePair variable) {
        String name = orEmpty(variable.name());
        return seen(where + " " + name, name, orEmpty(variable.value()));
    }

    /** Of a command, such as {@code --password=...}; where it is no assignment, its whole text. */
    private static Stream<Secret> words(String where, List<String> words) {
        return words.stream().flatMap(word -> {
            int equals = word.indexOf('=');
            String name = equals < 0 || word.substring(0, equals).contains(" ") ? "" : word.substring(0, equals);
            return seen(where, name, name.isEmpty() ? word : word.substring(equals + 1)).stream();
        });
    }

    private static Optional<Secret> seen(String where, String name, String value) {
        return Secrets.inSetting(name, value).map(reason -> new Secret(where, reason));
    }
}
