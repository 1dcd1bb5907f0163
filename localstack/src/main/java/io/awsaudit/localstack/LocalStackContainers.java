package io.awsaudit.localstack;

import java.net.URI;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.localstack.LocalStackContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * LocalStack and moto, each in a container, behind one address.
 *
 * <p>LocalStack 4.14.0 is the last community image; those of 2026.3 and later refuse to start without an account's token.
 * It has no RDS, CloudTrail, Auto Scaling, EFS, GuardDuty, Security Hub or account service, and what moto emulates of
 * those looks into moto's own EC2, IAM and STS (a mount target's subnet, a trail's bucket). So LocalStack answers for S3,
 * which it emulates far more closely (a new bucket's defaults, for one), and for KMS; moto for everything else.
 */
final class LocalStackContainers implements EmulatorSource {
    private static final DockerImageName LOCALSTACK = DockerImageName.parse("localstack/localstack:4.14.0");
    private static final DockerImageName MOTO =
            DockerImageName.parse("motoserver/moto").withTag(MotoPins.version());
    private static final int MOTO_PORT = 5000;

    @Override
    public String name() {
        return "LocalStack in Docker";
    }

    @Override
    @SuppressWarnings("resource") // closed with the emulator, or when it does not start
    public RunningEmulator start() throws EmulatorUnavailableException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new EmulatorUnavailableException("no Docker daemon answers");
        }
        Containers containers = new Containers(
                new LocalStackContainer(LOCALSTACK)
                        .withServices(ServiceRouter.LOCALSTACK_SERVICES.toArray(String[]::new)),
                new GenericContainer<>(MOTO)
                        .withExposedPorts(MOTO_PORT)
                        .withEnv(MotoProcess.SETTINGS)
                        .waitingFor(Wait.forHttp(EmulatorKind.MOTO.statusPath()).forPort(MOTO_PORT)));
        try {
            containers.start();
            return containers;
        } catch (RuntimeException e) {
            containers.close();
            throw new EmulatorUnavailableException(
                    "%s or %s did not start: %s".formatted(LOCALSTACK, MOTO, rootOf(e)), e);
        }
    }

    private static Throwable rootOf(Throwable thrown) {
        Throwable cause = thrown.getCause();
        return cause == null ? thrown : rootOf(cause);
    }

    private static final class Containers implements RunningEmulator {
        private final LocalStackContainer localStack;
        private final GenericContainer<?> moto;
        private final ServiceRouter router;

        Containers(LocalStackContainer localStack, GenericContainer<?> moto) {
            this.localStack = localStack;
            this.moto = moto;
            this.router = ServiceRouter.start(localStack::getEndpoint, this::motoEndpoint);
        }

        void start() {
            Startables.deepStart(localStack, moto).join();
            EmulatorKind.MOTO.reset(motoEndpoint()); // for its random numbers
        }

        private URI motoEndpoint() {
            return URI.create("http://%s:%d".formatted(moto.getHost(), moto.getMappedPort(MOTO_PORT)));
        }

        @Override
        public URI endpoint() {
            return router.endpoint();
        }

        @Override
        public String description() {
            return "%s, for the rest %s, at %s".formatted(LOCALSTACK, MOTO, endpoint());
        }

        /** Starts both anew, since LocalStack's community edition has no reset. */
        @Override
        public void reset() {
            localStack.stop();
            moto.stop();
            start();
        }

        @Override
        public void close() {
            router.close();
            localStack.stop();
            moto.stop();
        }
    }
}
