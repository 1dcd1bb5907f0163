package io.awsaudit.localstack.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.awsaudit.collectors.AccountCollection;
import io.awsaudit.collectors.CollectionPlan;
import io.awsaudit.collectors.Connection;
import io.awsaudit.collectors.ConnectionSettings;
import io.awsaudit.collectors.Progress;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.inventory.ec2.Volume;
import io.awsaudit.inventory.efs.FileSystem;
import io.awsaudit.inventory.guardduty.Detector;
import io.awsaudit.inventory.kms.Key;
import io.awsaudit.inventory.s3.Bucket;
import io.awsaudit.inventory.securityhub.Hub;
import io.awsaudit.inventory.sns.Topic;
import io.awsaudit.localstack.AwsEmulator;
import io.awsaudit.localstack.Emulators;
import io.awsaudit.localstack.seed.SeededAccount;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.efs.EfsClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3control.S3ControlClient;
import software.amazon.awssdk.services.sns.SnsClient;

/** What the SDK makes of what the proxy answers. */
final class AwsProxyTest {
    /** A call of each protocol, with the id that collectors have for it. */
    private record Example(String operation, Runnable call) {
        @Override
        public String toString() {
            return operation;
        }
    }

    /** Longer than what drips takes. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final AwsEmulator EMULATOR = Emulators.with(SeededAccount.DEMO);
    private static final AwsProxy PROXY = AwsProxy.of(EMULATOR);
    private static final URI ENDPOINT = PROXY.endpoint();

    private static final IamClient IAM = client(IamClient.builder());
    private static final Ec2Client EC2 = client(Ec2Client.builder());
    private static final KmsClient KMS = client(KmsClient.builder());
    private static final EfsClient EFS = client(EfsClient.builder());
    private static final S3Client S3 = client(S3Client.builder().forcePathStyle(true));
    private static final S3ControlClient S3_CONTROL = client(S3ControlClient.builder()
            .endpointProvider(parameters -> CompletableFuture.completedFuture(
                    Endpoint.builder().url(ENDPOINT).build())));

    private static final Example QUERY = new Example("iam:ListPolicies", IAM::listPolicies);
    private static final Example EC2_QUERY = new Example("ec2:DescribeVolumes", EC2::describeVolumes);
    private static final Example JSON = new Example("kms:ListKeys", KMS::listKeys);
    private static final Example REST_JSON =
            new Example("elasticfilesystem:DescribeFileSystems", EFS::describeFileSystems);
    private static final Example REST_XML = new Example("s3:ListBuckets", S3::listBuckets);
    private static final Example REST_XML_IN_ENVELOPE = new Example(
            "s3control:GetPublicAccessBlock",
            () -> S3_CONTROL.getPublicAccessBlock(request -> request.accountId("123456789012")));

    private static final List<Example> EXAMPLES =
            List.of(QUERY, EC2_QUERY, JSON, REST_JSON, REST_XML, REST_XML_IN_ENVELOPE);

    @BeforeAll
    static void identify() {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
    }

    @AfterEach
    void calm() {
        PROXY.inject(FaultPolicy.NONE);
        PROXY.forgetCalls();
    }

    @AfterAll
    static void stop() {
        PROXY.close();
    }

    @Test
    void whatIsReadThroughItIsWhatTheEmulatorHolds() {
        try (AwsProxy remembering = AwsProxy.remembering(EMULATOR)) {
            Inventory direct = collected(EMULATOR.endpoint());
            for (URI endpoint : List.of(PROXY.endpoint(), remembering.endpoint(), remembering.endpoint())) {
                Inventory through = collected(endpoint);
                assertThat(through.resources()).containsExactlyInAnyOrderElementsOf(direct.resources());
                assertThat(through.coverage()).isEqualTo(direct.coverage());
            }
        }
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void aCallIsNamedAsCollectorsDeclareIt(Example example) {
        example.call().run();
        assertThat(PROXY.operationsCalled()).containsExactly(example.operation());
        assertThat(PROXY.calls()).allSatisfy(made -> {
            assertThat(made.call().region()).isEqualTo("us-east-1");
            assertThat(made.status()).isEqualTo(200);
            assertThat(made.fault()).isEmpty();
        });
    }

    @Test
    void aCallThatNoCollectorDeclaresIsNamedAllTheSame() {
        EC2.describeKeyPairs();
        S3.createBucket(request -> request.bucket("made-through-the-proxy"));
        S3.headBucket(request -> request.bucket("made-through-the-proxy"));
        S3.putObject(
                request -> request.bucket("made-through-the-proxy").key("a/b c+d"),
                software.amazon.awssdk.core.sync.RequestBody.fromString("text"));
        S3.deleteObject(request -> request.bucket("made-through-the-proxy").key("a/b c+d"));
        S3.deleteBucket(request -> request.bucket("made-through-the-proxy"));
        assertThat(PROXY.operationsCalled())
                .containsExactly(
                        "ec2:DescribeKeyPairs",
                        "s3:CreateBucket",
                        "s3:DeleteBucket",
                        "s3:DeleteObject",
                        "s3:HeadBucket",
                        "s3:PutObject");
    }

    @Test
    void whatIsRememberedIsForgottenWhenTheServiceIsChanged() {
        try (AwsEmulator emulator = Emulators.empty();
                AwsProxy proxy = AwsProxy.remembering(emulator)) {
            SnsClient through = client(SnsClient.builder(), proxy.endpoint());
            assertThat(through.listTopics().topics()).isEmpty();
            emulator.client(SnsClient.builder(), Region.US_EAST_1).createTopic(request -> request.name("beside"));
            assertThat(through.listTopics().topics()).isEmpty();
            through.createTopic(request -> request.name("through"));
            assertThat(through.listTopics().topics()).hasSize(2);
        }
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void aRefusalHasTheFormOfItsProtocol(Example example) {
        for (Denial denial : Denial.values()) {
            AwsServiceException refused = answer(example, denial);
            assertThat(refused.statusCode()).isIn(400, 403);
            assertThat(refused.awsErrorDetails().errorCode())
                    .isIn("AccessDenied", "AccessDeniedException", "UnauthorizedOperation");
            assertThat(refused.awsErrorDetails().errorMessage())
                    .contains(denial == Denial.PLAIN ? "Access Denied" : example.operation());
        }
        assertThat(PROXY.calls())
                .extracting(AwsProxy.Made::fault)
                .containsExactlyElementsOf(
                        Stream.of(Denial.values()).map(Optional::<Fault>of).toList());
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void theSdkTakesThrottlingForWhatItIs(Example example) {
        for (Throttling throttling : Throttling.values()) {
            assertThat(answer(example, throttling).isThrottlingException())
                    .as(throttling.name())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void aBrokenConnectionIsNoAnswer(Example example) {
        assertThatNoAnswerComes(example, Breakage.RESET);
        assertThatNoAnswerComes(example, Breakage.CLOSED);
        assertThatNoAnswerComes(example, Breakage.SHORT);
    }

    @Test
    void aStalledConnectionIsNoAnswer() {
        assertThatNoAnswerComes(EC2_QUERY, Breakage.STALLED);
        assertThatNoAnswerComes(REST_JSON, Breakage.STALLED_MIDWAY);
        assertThatNoAnswerComes(REST_XML, Breakage.STALLED_MIDWAY);
    }

    private static void assertThatNoAnswerComes(Example example, Breakage breakage) {
        PROXY.inject(FaultPolicy.of(example.operation(), breakage));
        assertThat(catchThrowable(example.call()::run)).as(breakage.name()).isInstanceOf(SdkClientException.class);
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void whatComesSlowlyIsRight(Example example) {
        PROXY.inject(FaultPolicy.of(example.operation(), Breakage.DRIPPING));
        example.call().run();
    }

    @ParameterizedTest
    @EnumSource(
            value = Breakage.class,
            mode = EnumSource.Mode.MATCH_ANY,
            names = {"(NOT_FOUND|FORBIDDEN|.*_(PAGE|WITHOUT_BODY)).*"})
    void anErrorWithoutACodeHasNone(Breakage breakage) {
        for (Example example : EXAMPLES) {
            AwsServiceException error = answer(example, breakage);
            assertThat(error.statusCode()).isGreaterThanOrEqualTo(400);
            assertThat(code(error)).as(example.operation()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Breakage.class,
            names = {
                "INTERNAL_ERROR",
                "UNAVAILABLE",
                "EXPIRED_TOKEN",
                "OPT_IN_REQUIRED",
                "INVALID_CLIENT_TOKEN",
                "AUTH_FAILURE",
                "UNKNOWN_OPERATION"
            })
    void anErrorOfAServiceHasItsCode(Breakage breakage) {
        for (Example example : EXAMPLES) {
            assertThat(code(answer(example, breakage))).as(example.operation()).matches("[A-Z][A-Za-z]+");
        }
    }

    @Test
    void anEmptyPageLeadsToTheTrueOne() {
        PROXY.inject(FaultPolicy.where(Paging::hasPages, Paging.EMPTY_PAGE_FIRST));
        assertThat(IAM.listPolicies().policies()).isEmpty();
        assertThat(IAM.listPolicies().isTruncated()).isTrue();
        assertThat(IAM.listPoliciesPaginator().policies()).isNotEmpty();
        assertThat(EC2.describeVolumes().volumes()).isEmpty();
        assertThat(EC2.describeVolumesPaginator().volumes()).isNotEmpty();
        assertThat(KMS.listKeys().keys()).isEmpty();
        assertThat(KMS.listKeysPaginator().keys()).isNotEmpty();
        assertThat(EFS.describeFileSystems().fileSystems()).isEmpty();
        assertThat(EFS.describeFileSystemsPaginator().fileSystems()).isNotEmpty();
        assertThat(S3.listBuckets().buckets()).isEmpty();
        assertThat(S3.listBucketsPaginator().buckets()).isNotEmpty();
    }

    @Test
    void theSameTokenComesForEver() {
        PROXY.inject(FaultPolicy.where(Paging::hasPages, Paging.SAME_TOKEN_FOR_EVER));
        assertThat(IAM.listPoliciesPaginator().stream().limit(5).map(page -> page.marker()))
                .hasSize(5)
                .containsOnly("AAAA-next-page");
        assertThat(EC2.describeVolumesPaginator().stream().limit(5).map(page -> page.nextToken()))
                .hasSize(5)
                .containsOnly("AAAA-next-page");
        assertThat(EFS.describeFileSystemsPaginator().stream().limit(5).map(page -> page.nextMarker()))
                .hasSize(5)
                .containsOnly("AAAA-next-page");
        assertThat(S3.listBucketsPaginator().stream().limit(5).map(page -> page.continuationToken()))
                .hasSize(5)
                .containsOnly("AAAA-next-page");
        assertThat(KMS.listKeysPaginator().stream().limit(5).map(page -> page.nextMarker()))
                .hasSize(5)
                .containsOnly("AAAA-next-page");
    }

    @Test
    void aPolicyMayWait() {
        PROXY.inject(FaultPolicy.after(2, Breakage.EXPIRED_TOKEN));
        QUERY.call().run();
        JSON.call().run();
        assertThat(catchThrowable(REST_JSON.call()::run)).isInstanceOf(AwsServiceException.class);
        assertThat(catchThrowable(QUERY.call()::run)).isInstanceOf(AwsServiceException.class);
    }

    private static AwsServiceException answer(Example example, Fault fault) {
        PROXY.inject(FaultPolicy.of(example.operation(), fault));
        AwsServiceException error = catchThrowableOfType(AwsServiceException.class, example.call()::run);
        assertThat(error).as(example.operation() + " " + fault).isNotNull();
        return error;
    }

    private static String code(AwsServiceException error) {
        return error.awsErrorDetails() == null || error.awsErrorDetails().errorCode() == null
                ? ""
                : error.awsErrorDetails().errorCode();
    }

    private static Inventory collected(URI endpoint) {
        Connection connection = Connection.open(
                new ConnectionSettings(
                        Optional.empty(),
                        Optional.of(endpoint),
                        Optional.empty(),
                        Optional.empty(),
                        "test",
                        serial -> "",
                        16),
                Set.of("us-east-1"));
        // Buckets in paths, ARNs in paths, queries without values, and each protocol.
        CollectionPlan plan = CollectionPlan.of(List.of(
                Bucket.class, Topic.class, FileSystem.class, Key.class, Volume.class, Detector.class, Hub.class));
        return AccountCollection.collect(connection, plan, Instant.EPOCH, Progress.SILENT);
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(B builder) {
        return client(builder, ENDPOINT);
    }

    private static <B extends AwsSyncClientBuilder<B, C> & AwsClientBuilder<B, C>, C> C client(
            B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .credentialsProvider(EMULATOR.credentials())
                .overrideConfiguration(settings -> settings.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .apiCallAttemptTimeout(PATIENCE))
                .build();
    }
}
