package io.awsaudit.benchmarks;

import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.iam.AwsManagedPolicy;
import io.awsaudit.inventory.iam.ManagedPolicy;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.localstack.estate.Estate;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** Saying of policies what they allow, and to whom. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class PolicyBenchmark {
    private static final int POLICIES = 500;

    private List<Policy> identity = List.of();
    private List<Policy> resource = List.of();

    /** Takes policies of made-up accounts, and those of AWS itself that the demonstration has. */
    @Setup
    public void prepare() throws IOException {
        List<io.awsaudit.inventory.Resource> resources =
                Estate.of(40_000, 1, 1, 1, Checkout.cases()).inventory().resources();
        identity = Stream.concat(
                        resources.stream()
                                .filter(ManagedPolicy.class::isInstance)
                                .flatMap(policy -> known(((ManagedPolicy) policy).document()))
                                .limit(POLICIES),
                        EvaluationBenchmark.demo().resources().stream()
                                .filter(AwsManagedPolicy.class::isInstance)
                                .flatMap(policy -> known(((AwsManagedPolicy) policy).document())))
                .toList();
        resource = resources.stream()
                .filter(Governed.class::isInstance)
                .flatMap(governed -> known(((Governed) governed).resourcePolicy()))
                .filter(policy -> !policy.statements().isEmpty())
                .limit(POLICIES)
                .toList();
    }

    private static Stream<Policy> known(Observed<Policy> policy) {
        return policy.asOptional().stream();
    }

    /** What managed policies grant, some 500 of them. */
    @Benchmark
    public void identityPolicies(Blackhole results) {
        for (Policy policy : identity) {
            results.consume(ManagedPolicy.ADMINISTRATION.test(policy));
            results.consume(ManagedPolicy.WHOLE_SERVICE.test(policy));
        }
    }

    /** Whom policies of resources let in, some 500 of them. */
    @Benchmark
    public void resourcePolicies(Blackhole results) {
        for (Policy policy : resource) {
            results.consume(policy.allowsEveryone());
            results.consume(Policy.OPEN_TO_SERVICES.test(policy));
            results.consume(policy.deniesWithoutTls("s3", "arn:aws:s3:::bucket/*"));
        }
    }
}
