package io.awsaudit.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ec2.model.VolumeType;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.s3control.model.NoSuchPublicAccessBlockConfigurationException;
import software.amazon.awssdk.services.sts.StsClient;

final class AwsEmulatorTest {
    private static AwsEmulator emulator;

    @BeforeAll
    static void start() {
        emulator = AwsEmulator.start();
    }

    @AfterAll
    static void stop() {
        emulator.close();
    }

    @Test
    void answersTheSdk() {
        assertThat(sts(emulator).getCallerIdentity().account()).matches("\\d{12}");
    }

    @Test
    void givesOneClientForAKindAndRegion() {
        assertThat(sts(emulator)).isSameAs(sts(emulator));
        assertThat(emulator.client(StsClient.builder(), Region.EU_WEST_1)).isNotSameAs(sts(emulator));
    }

    @Test
    void reachesS3ControlThoughItsHostIsAnIpAddress() {
        S3ControlClient control = emulator.client(S3ControlClient.builder(), Region.US_EAST_1);
        String account = sts(emulator).getCallerIdentity().account();
        assertThatThrownBy(() -> control.getPublicAccessBlock(request -> request.accountId(account)))
                .isInstanceOf(NoSuchPublicAccessBlockConfigurationException.class);
    }

    @Test
    void resetMakesTheSameIdsAgain() throws EmulatorUnavailableException {
        try (AwsEmulator own = AwsEmulator.start(List.of(new MotoVirtualEnvironment(WorkDirectory.path())))) {
            own.reset();
            String first = volume(own);
            String second = volume(own);
            own.reset();
            assertThat(volume(own)).isEqualTo(first).isNotEqualTo(second);
        }
    }

    @Test
    void closeStopsTheServer() {
        AwsEmulator own = AwsEmulator.start(List.of(new MotoVirtualEnvironment(WorkDirectory.path())));
        URI endpoint = own.endpoint();
        assertThat(EmulatorKind.at(endpoint)).contains(EmulatorKind.MOTO);
        own.close();
        assertThat(EmulatorKind.at(endpoint)).isEmpty();
    }

    @Test
    void aKilledProcessLeavesNoServerBehind() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Sleeper.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        URI endpoint = URI.create(other.inputReader().readLine());
        assertThat(EmulatorKind.at(endpoint)).contains(EmulatorKind.MOTO);
        other.destroyForcibly().waitFor();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (EmulatorKind.at(endpoint).isPresent() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(EmulatorKind.at(endpoint)).isEmpty();
    }

    /** Another process that starts an emulator, and is killed before it can stop it. */
    static final class Sleeper {
        public static void main(String[] arguments) throws InterruptedException {
            AwsEmulator own = AwsEmulator.start(List.of(new MotoVirtualEnvironment(WorkDirectory.path())));
            System.out.println(own.endpoint());
            TimeUnit.MINUTES.sleep(1);
        }
    }

    @Test
    void takesTheFirstSourceThatWorks() {
        RunningEmulator there = new Fake();
        AwsEmulator found =
                AwsEmulator.start(List.of(closed("first", "not here"), open("second", there), closed("third", "?")));
        assertThat(found.description()).isEqualTo(there.description());
    }

    @Test
    void saysOfEverySourceWhyItFailed() {
        assertThatThrownBy(() ->
                        AwsEmulator.start(List.of(closed("first", "not set"), closed("second", "no\npermission"))))
                .isInstanceOf(NoEmulatorException.class)
                .hasMessage("""
                        No emulator of AWS could be had:
                          - first: not set
                          - second: no
                            permission
                        Install Python 3.10 or later or start Docker, or set AWS_AUDIT_ENDPOINT_URL to an emulator that \
                        runs already.""");
    }

    @Test
    void usesTheEmulatorThatIsNamedAndLeavesItRunning() {
        AwsEmulator named = AwsEmulator.start(List.of(new ConfiguredEndpoint(
                Map.of(AwsEmulator.ENDPOINT_VARIABLE, emulator.endpoint().toString()))));
        assertThat(named.endpoint()).isEqualTo(emulator.endpoint());
        named.close();
        assertThat(sts(emulator).getCallerIdentity().account()).isNotEmpty();
    }

    @Test
    void writesToNothingThatIsNoEmulator() {
        EmulatorSource source = new ConfiguredEndpoint(Map.of(AwsEmulator.ENDPOINT_VARIABLE, "http://127.0.0.1:1"));
        assertThatThrownBy(() -> AwsEmulator.start(List.of(source, open("another", new Fake()))))
                .isInstanceOf(NoEmulatorException.class)
                .hasMessage(
                        "AWS_AUDIT_ENDPOINT_URL is http://127.0.0.1:1, but neither moto nor LocalStack answers there");
    }

    @Test
    void pythonThatIsMissingIsNamed(@TempDir Path directory) {
        EmulatorSource source = new MotoVirtualEnvironment(List.of(new Python("no-such-python")), directory);
        assertThatThrownBy(source::start)
                .isInstanceOf(EmulatorUnavailableException.class)
                .hasMessageContaining("there is no Python 3.10 or later")
                .hasMessageContaining("no-such-python");
        assertThat(directory).isDirectoryNotContaining(path -> path.toString().contains("unfinished"));
    }

    private static StsClient sts(AwsEmulator emulator) {
        return emulator.client(StsClient.builder(), Region.US_EAST_1);
    }

    private static String volume(AwsEmulator emulator) {
        return emulator.client(Ec2Client.builder(), Region.US_EAST_1)
                .createVolume(request ->
                        request.availabilityZone("us-east-1a").size(1).volumeType(VolumeType.GP3))
                .volumeId();
    }

    private static EmulatorSource closed(String name, String reason) {
        return new EmulatorSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public RunningEmulator start() throws EmulatorUnavailableException {
                throw new EmulatorUnavailableException(reason);
            }
        };
    }

    private static EmulatorSource open(String name, RunningEmulator running) {
        return new EmulatorSource() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public RunningEmulator start() {
                return running;
            }
        };
    }

    private record Fake() implements RunningEmulator {
        @Override
        public URI endpoint() {
            return URI.create("http://127.0.0.1:1");
        }

        @Override
        public String description() {
            return "a fake";
        }

        @Override
        public void reset() {}

        @Override
        public void close() {}
    }
}
