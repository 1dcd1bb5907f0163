package io.awsaudit.localstack;

import io.awsaudit.cli.DemoAccount;
import io.awsaudit.localstack.seed.SeededAccount;
import java.net.URI;

/** The account of {@code demo --live}: what {@link SeededAccount#DEMO} makes in an emulator of its own. */
public final class SeededDemoAccount implements DemoAccount {
    @Override
    public Running start() {
        AwsEmulator emulator = AwsEmulator.start();
        try {
            SeededAccount.DEMO.seed(emulator);
        } catch (RuntimeException | Error e) {
            emulator.close();
            throw e;
        }
        return new Running() {
            @Override
            public URI endpoint() {
                return emulator.endpoint();
            }

            @Override
            public void close() {
                emulator.close();
            }
        };
    }
}
