package io.awsaudit.localstack;

import java.net.URI;
import java.util.Map;

/**
 * The emulator that the user runs and names in {@value AwsEmulator#ENDPOINT_VARIABLE}.
 *
 * <p>A name that leads nowhere is an error and not a reason to try another way: whoever set it means that one. So is a
 * name that leads to something else than an emulator, since accounts are about to be written there.
 */
final class ConfiguredEndpoint implements EmulatorSource {
    private final Map<String, String> environment;

    ConfiguredEndpoint(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return AwsEmulator.ENDPOINT_VARIABLE;
    }

    @Override
    public RunningEmulator start() throws EmulatorUnavailableException {
        String value = environment.getOrDefault(name(), "");
        if (value.isBlank()) {
            throw new EmulatorUnavailableException("not set");
        }
        URI endpoint = URI.create(value);
        EmulatorKind kind = EmulatorKind.at(endpoint)
                .orElseThrow(() -> new NoEmulatorException(
                        "%s is %s, but neither moto nor LocalStack answers there".formatted(name(), value)));
        return new Existing(endpoint, kind);
    }

    private record Existing(URI endpoint, EmulatorKind kind) implements RunningEmulator {
        @Override
        public String description() {
            return "%s at %s, from %s".formatted(kind.title(), endpoint, AwsEmulator.ENDPOINT_VARIABLE);
        }

        @Override
        public void reset() {
            kind.reset(endpoint);
        }

        @Override
        public void close() {
            // it was there before
        }
    }
}
