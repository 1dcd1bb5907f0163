package io.awsaudit.inventory.lambda;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.CloudFormationType;
import io.awsaudit.inventory.Edge;
import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Observed;
import io.awsaudit.inventory.OpenValue;
import io.awsaudit.inventory.Relation;
import io.awsaudit.inventory.Secret;
import io.awsaudit.inventory.lifecycle.Lifecycle;
import io.awsaudit.inventory.policy.Governed;
import io.awsaudit.inventory.policy.Policy;
import io.awsaudit.inventory.policy.Statement;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A Lambda function in its unpublished version, read by {@code lambda:ListFunctions}.
 *
 * @param runtime empty where its package is a container image, which brings its own
 * @param architecture of the processor that it runs on, {@code x86_64} or {@code arm64}
 * @param role what its code acts as
 * @param subnets those that its code reaches the network through; empty where it is in no VPC of the account's
 * @param deadLetterTarget the queue or topic that gets events that it failed on
 * @param environmentKey the customer's key that encrypts its environment variables; Lambda's own where empty
 * @param hasEnvironment whether it has environment variables
 * @param environmentSecrets environment variables that hold what looks like a credential; unknown where Lambda could not
 *     decrypt them for the caller
 * @param policy {@link Policy#NONE} where it has none
 * @param urls addresses at which it and its aliases answer HTTP
 * @param failureDestinations where events go that it, a version or an alias of it failed on
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_FunctionConfiguration.html">FunctionConfiguration</a>
 */
@CloudFormationType("AWS::Lambda::Function")
public record Function(
        Identity identity,
        Optional<String> runtime,
        PackageType packageType,
        String architecture,
        Optional<Arn> role,
        List<Arn> subnets,
        List<Arn> securityGroups,
        TracingMode tracingMode,
        Optional<Arn> deadLetterTarget,
        Optional<Arn> environmentKey,
        boolean hasEnvironment,
        Observed<List<Secret>> environmentSecrets,
        Observed<Policy> policy,
        Observed<List<Url>> urls,
        Observed<List<Arn>> failureDestinations)
        implements Governed {
    /** Holds of policies that let everybody invoke a function, or whoever has a bucket through S3. */
    public static final Predicate<Policy> PUBLIC =
            policy -> policy.allowsEveryone() || policy.any(Function::letsAnyBucketIn);

    /** Holds where some address answers requests that nobody signed. */
    public static final Predicate<List<Url>> UNAUTHENTICATED =
            urls -> urls.stream().anyMatch(url -> url.authType().equals(Url.AuthType.NONE));

    /** The name of the runtimes in {@link Lifecycle}. */
    private static final String PRODUCT = "lambda";

    /** Those of the first Amazon Linux. */
    private static final String X86_RUNTIMES =
            "nodejs(|4\\.3|4\\.3-edge|6\\.10|8\\.10|10\\.x)|python(2\\.7|3\\.6|3\\.7)|ruby2\\.5|java8|go1\\.x|dotnetcore(1\\.0|2\\.0|2\\.1)|provided";

    /** How the code of a function is packed. */
    public record PackageType(String value) implements OpenValue {
        public static final PackageType ZIP = new PackageType("Zip");
        public static final PackageType IMAGE = new PackageType("Image");
    }

    /** Whether X-Ray samples requests itself, or only follows what calls the function. */
    public record TracingMode(String value) implements OpenValue {
        public static final TracingMode ACTIVE = new TracingMode("Active");
        public static final TracingMode PASS_THROUGH = new TracingMode("PassThrough");
    }

    /**
     * An address at which a function answers HTTP.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_FunctionUrlConfig.html">FunctionUrlConfig</a>
     */
    public record Url(String address, AuthType authType) {
        /** Who may send requests. */
        public record AuthType(String value) implements OpenValue {
            public static final AuthType AWS_IAM = new AuthType("AWS_IAM");
            public static final AuthType NONE = new AuthType("NONE");
        }
    }

    public Function {
        subnets = List.copyOf(subnets);
        securityGroups = List.copyOf(securityGroups);
    }

    @Override
    public Stream<Edge> edges() {
        return Stream.of(
                        subnets.stream().map(subnet -> new Edge(arn(), Relation.IN, subnet)),
                        securityGroups.stream().map(group -> new Edge(arn(), Relation.PROTECTED_BY, group)),
                        role.stream().map(identity -> new Edge(arn(), Relation.RUNS_AS, identity)),
                        deadLetterTarget.stream().map(target -> new Edge(arn(), Relation.DELIVERS_TO, target)),
                        environmentKey.stream().map(key -> new Edge(arn(), Relation.ENCRYPTED_BY, key)))
                .flatMap(edges -> edges);
    }

    @Override
    public Observed<Policy> resourcePolicy() {
        return policy;
    }

    /** {@return whether its code reaches the network through a VPC of the account's} */
    public boolean isInVpc() {
        return !subnets.isEmpty();
    }

    /** {@return its subnets, each once} */
    public List<Arn> distinctSubnets() {
        return subnets.stream().distinct().toList();
    }

    /**
     * {@return whether all its subnets were seen, and lie in fewer availability zones than that}
     *
     * @param seen how many of its subnets were seen; another account's, that shares them, are not
     * @param zones those that the subnets that were seen lie in
     */
    public boolean spansFewerZones(long seen, Collection<?> zones, long than) {
        return seen == subnets.size() && zones.size() < than;
    }

    /** {@return whether it runs on x86, and its runtime is there for the processors of AWS's own too} */
    public boolean couldRunOnGraviton() {
        return architecture.equals("x86_64") && hasGravitonRuntime();
    }

    /** {@return whether its runtime is one of AWS's that is there for both architectures; the oldest are not} */
    public boolean hasGravitonRuntime() {
        return runtime.filter(name -> !name.matches(X86_RUNTIMES)).isPresent();
    }

    /** {@return whether AWS had ended the support of its runtime} */
    public boolean runtimeEnded(Instant asOf) {
        return runtime.filter(name -> Lifecycle.isOver(PRODUCT, name, asOf)).isPresent();
    }

    /** {@return its runtime and when support ended, as evidence} */
    public String runtimeWords() {
        return runtime.map(name -> name
                        + Lifecycle.endOf(PRODUCT, name)
                                .map(end -> ", supported until " + end)
                                .orElse(""))
                .orElse("none");
    }

    /** {@return whether it is known that nobody gets the events that it failed on} */
    public boolean losesFailedEvents() {
        return deadLetterTarget.isEmpty() && failureDestinations.knownTo(List::isEmpty);
    }

    /** {@return the statements of its policy that make it {@link #PUBLIC}, as evidence} */
    public List<String> publicStatements() {
        return policy.asOptional()
                .map(document -> Stream.concat(
                                document.open().map(Statement::label),
                                document.matching(Function::letsAnyBucketIn).map(Statement::label))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    /** S3 acts for whoever has a bucket; the account or the bucket that it acts for has to be named. */
    private static boolean letsAnyBucketIn(Statement statement) {
        return statement.allowsServicesForAnyone()
                && statement.principals().stream()
                        .anyMatch(principal ->
                                principal.isService() && principal.id().startsWith("s3."));
    }
}
