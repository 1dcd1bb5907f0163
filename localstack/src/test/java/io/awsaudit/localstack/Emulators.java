package io.awsaudit.localstack;

import io.awsaudit.localstack.seed.SeededAccount;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Emulators that tests share, each with a seeded account; tests only read them. They stop when the JVM does.
 *
 * <p>Where one emulator is given from outside, it holds one account after another.
 */
public final class Emulators {
    private static final boolean ONLY_ONE = System.getenv(AwsEmulator.ENDPOINT_VARIABLE) != null;
    private static final Map<SeededAccount, AwsEmulator> RUNNING = new EnumMap<>(SeededAccount.class);

    private Emulators() {}

    /** {@return an emulator that holds the account} */
    public static synchronized AwsEmulator with(SeededAccount account) {
        AwsEmulator running = RUNNING.get(account);
        if (running == null) {
            running = seeded(account);
            RUNNING.put(account, running);
        }
        return running;
    }

    /** {@return an empty emulator, for a test that changes what is in it, and closes it} */
    public static synchronized AwsEmulator empty() {
        forgetTheOnlyOne();
        AwsEmulator emulator = AwsEmulator.start();
        if (ONLY_ONE) {
            emulator.reset();
        }
        return emulator;
    }

    /** {@return an empty moto, whatever else is there, for what only moto can do; the test closes it} */
    public static AwsEmulator moto() {
        Path directory = WorkDirectory.path();
        return AwsEmulator.start(List.of(
                new MotoOnPath(System.getenv().getOrDefault("PATH", ""), directory),
                new MotoVirtualEnvironment(directory)));
    }

    private static AwsEmulator seeded(SeededAccount account) {
        AwsEmulator emulator = empty();
        account.seed(emulator);
        return emulator;
    }

    private static void forgetTheOnlyOne() {
        if (ONLY_ONE) {
            RUNNING.values().forEach(AwsEmulator::close);
            RUNNING.clear();
        }
    }
}
