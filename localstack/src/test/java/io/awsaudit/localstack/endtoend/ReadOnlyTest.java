package io.awsaudit.localstack.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Operation;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.proxy.AwsProxy;
import io.awsaudit.localstack.seed.SeededAccount;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the packaged program asks of AWS, by the log of what stands in between. */
final class ReadOnlyTest {
    /** What is declared and never called, since the seeded account gives no occasion; and why. */
    private static final Map<String, String> NEVER_CALLED = Map.of(
            "ec2:GetManagedPrefixListEntries", "no security group of the account names a prefix list",
            "iam:ListSAMLProviderTags", "the account has no SAML provider");

    @TempDir
    private static Path folder;

    private static Set<String> called;

    @BeforeAll
    static void collect() {
        try (AwsProxy proxy = AwsProxy.of(Emulators.with(SeededAccount.DEMO))) {
            Program.Run run = Program.in(folder, proxy.environment())
                    .run("collect", "--regions", "us-east-1,eu-west-1", "--snapshot", "account.snapshot");
            assertThat(run.exitCode()).as(run.err()).isZero();
            called = proxy.operationsCalled();
        }
    }

    @Test
    void nothingIsCalledThatNoCollectorDeclares() {
        Set<String> undeclared = new TreeSet<>(called);
        undeclared.removeAll(declared());
        assertThat(undeclared).isEmpty();
    }

    @Test
    void allIsCalledThatIsDeclaredButWhatTheAccountGivesNoOccasionFor() {
        Set<String> never = declared();
        never.removeAll(called);
        never.remove("iam:GenerateCredentialReport"); // only where there is none from the last hours
        assertThat(never).isEqualTo(NEVER_CALLED.keySet());
    }

    private static Set<String> declared() {
        return CollectionPlan.everything().operations().stream()
                .map(Operation::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
