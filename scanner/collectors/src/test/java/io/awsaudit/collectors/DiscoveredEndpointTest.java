package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Resource;
import io.awsaudit.inventory.timestreamwrite.Database;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/** Timestream, where no endpoint is given: the SDK asks which one answers for the account before it calls anything else. */
final class DiscoveredEndpointTest {
    private static final String API = "Timestream_20181101.";
    private static final String ENDPOINTS = """
            {"Endpoints": [{"Address": "ingest-cell2.timestream.us-east-1.amazonaws.com", "CachePeriodInMinutes": 1440}]}""";

    private static final CollectionPlan PLAN = CollectionPlan.of(List.of(Database.class));

    /** Sends to one address what is meant for others, and notes those. */
    private static final class Rerouted implements SdkHttpClient {
        private final SdkHttpClient http = Clients.http(1);
        private final URI endpoint;
        private final List<String> asked = new CopyOnWriteArrayList<>();

        Rerouted(URI endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
            asked.add(request.httpRequest().host() + " "
                    + request.httpRequest().firstMatchingHeader("X-Amz-Target").orElse(""));
            return http.prepareRequest(HttpExecuteRequest.builder()
                    .request(request.httpRequest().toBuilder()
                            .uri(endpoint)
                            .encodedPath(request.httpRequest().encodedPath())
                            .build())
                    .contentStreamProvider(request.contentStreamProvider().orElse(null))
                    .build());
        }

        @Override
        public void close() {
            http.close();
        }
    }

    @Test
    void itIsAskedForOnceAndThenCalled() {
        try (CannedAws aws = new CannedAws()
                        .json(API + "DescribeEndpoints", ENDPOINTS)
                        .json(API + "ListDatabases", """
                                {"Databases": [{"Arn": "arn:aws:timestream:us-east-1:111122223333:database/db",
                                "DatabaseName": "db", "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/1"}]}""")
                        .json(API + "ListTagsForResource", "{\"Tags\": []}");
                Rerouted http = new Rerouted(aws.endpoint())) {
            assertThat(collect(http)).extracting(Resource::name).containsExactly("db");
            assertThat(http.asked)
                    .containsExactly(
                            "ingest.timestream.us-east-1.amazonaws.com " + API + "DescribeEndpoints",
                            "ingest-cell2.timestream.us-east-1.amazonaws.com " + API + "ListDatabases",
                            "ingest-cell2.timestream.us-east-1.amazonaws.com " + API + "ListTagsForResource");
        }
    }

    @Test
    void whoeverHasNoneHasNothingThere() {
        try (CannedAws aws = refusing("Only existing Timestream for LiveAnalytics customers can access the service."
                        + " Reach out to AWS support, for more information.");
                Rerouted http = new Rerouted(aws.endpoint())) {
            assertThat(collect(http)).isEmpty();
            assertThat(http.asked).hasSize(1);
        }
    }

    @Test
    void aRefusalIsAGapOfTheCallThatAsksForIt() {
        try (CannedAws aws = refusing("User: arn:aws:iam::111122223333:user/a is not authorized to perform:"
                        + " timestream:DescribeEndpoints because no identity-based policy allows the"
                        + " timestream:DescribeEndpoints action");
                Rerouted http = new Rerouted(aws.endpoint())) {
            assertThatThrownBy(() -> collect(http)).isInstanceOfSatisfying(ListingFailed.class, failed -> {
                assertThat(failed.gap().cause()).isEqualTo(Gap.Cause.DENIED);
                assertThat(failed.gap().operation()).isEqualTo("timestream:DescribeEndpoints");
                assertThat(failed.gap().action()).contains("timestream:DescribeEndpoints");
                assertThat(failed.gap().blame()).contains(Gap.Blame.MISSING_ALLOW);
            });
        }
    }

    @Test
    void anAnswerWithoutOneIsAGap() {
        try (CannedAws aws = new CannedAws().json(API + "DescribeEndpoints", "{\"Endpoints\": []}");
                Rerouted http = new Rerouted(aws.endpoint())) {
            assertThatThrownBy(() -> collect(http)).isInstanceOf(ListingFailed.class);
        }
    }

    private static CannedAws refusing(String message) {
        return new CannedAws()
                .answer(
                        API,
                        400,
                        "application/x-amz-json-1.0",
                        "{\"__type\":\"AccessDeniedException\",\"message\":\"" + message + "\"}");
    }

    private static List<Resource> collect(SdkHttpClient http) {
        Set<String> declared = PLAN.operations().stream().map(Operation::id).collect(Collectors.toSet());
        CallLog log = new CallLog();
        try (Clients clients = new Clients(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")),
                        Optional.empty(),
                        http,
                        Clients.TO_OPEN,
                        declared,
                        log);
                Workers workers = new Workers(1)) {
            Reads reads = new Reads(
                    "111122223333",
                    "aws",
                    "us-east-1",
                    List.of("us-east-1"),
                    clients,
                    log,
                    PLAN,
                    new AtomicReference<>(),
                    workers,
                    new Interruption(),
                    new Held(Optional.empty(), PLAN),
                    new Shared());
            return PLAN.collectors()
                    .get(0)
                    .collect(reads)
                    .map(Resource.class::cast)
                    .toList();
        }
    }
}
