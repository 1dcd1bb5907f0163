package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.ssm.SsmClient;

/** What no client of a scan can be brought to call. */
final class ReadOnlyTest {
    private static final AwsService<S3Client> S3 =
            AwsService.of("s3", S3Client::builder, (builder, endpoint) -> builder.forcePathStyle(true));

    private static final AwsService<SsmClient> SSM = AwsService.of("ssm", SsmClient::builder);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GetSecretValue",
                "BatchGetSecretValue",
                "GetParameter",
                "GetParametersByPath",
                "GetParameterHistory",
                "GetPasswordData",
                "GetAuthorizationToken",
                "GetObject",
                "GetSessionToken",
                "Decrypt",
                "GenerateDataKey",
                "PutBucketPolicy",
                "CreateUser",
                "DeleteBucket",
                "UpdateAccountPasswordPolicy",
                "AssumeRole",
                "StartInstances",
                "Listen",
                "Getaway"
            })
    void whatChangesSomethingOrGivesSecretsAwayIsNoRead(String operation) {
        assertThat(ReadOnly.isRead(operation)).isFalse();
    }

    @Test
    void everyDeclaredOperationIsARead() {
        assertThat(CollectionPlan.everything().operations()).allMatch(operation -> ReadOnly.isRead(operation.name()));
    }

    @Test
    void parametersAreReadOnlyWhereNoneIsDecrypted() {
        try (CannedAws aws = new CannedAws()
                        .json("AmazonSSM.GetParameters", "{\"Parameters\":[],\"InvalidParameters\":[]}");
                Clients clients = new Clients(
                        AnonymousCredentialsProvider.create(),
                        Optional.of(aws.endpoint()),
                        Clients.http(1),
                        Clients.TO_OPEN,
                        Set.of("ssm:GetParameters", "ssm:GetParameter"),
                        new CallLog())) {
            SsmClient ssm = clients.client(SSM, "us-east-1");
            assertThatThrownBy(() ->
                            ssm.getParameters(request -> request.names("p").withDecryption(true)))
                    .hasMessageContaining("not a harmless read");
            assertThatThrownBy(() -> ssm.getParameters(request -> request.names("p")))
                    .as("which says nothing of decryption")
                    .hasMessageContaining("not a harmless read");
            assertThatThrownBy(
                            () -> ssm.getParameter(request -> request.name("p").withDecryption(false)))
                    .hasMessageContaining("not a harmless read");
            assertThat(aws.requests()).isEmpty();
            ssm.getParameters(request -> request.names("p").withDecryption(false));
            assertThat(aws.requests()).hasSize(1);
        }
    }

    @Test
    void aRefusedCallDoesNotReachTheNetwork() {
        try (CannedAws aws = new CannedAws();
                Clients clients = new Clients(
                        AnonymousCredentialsProvider.create(),
                        Optional.of(aws.endpoint()),
                        Clients.http(1),
                        Clients.TO_OPEN,
                        Set.of("s3:GetBucketAcl", "s3:DeleteBucket", "s3:GetObject"),
                        new CallLog())) {
            S3Client s3 = clients.client(S3, "us-east-1");
            assertThatThrownBy(() -> s3.deleteBucket(request -> request.bucket("b")))
                    .as("though it is declared")
                    .hasMessageContaining("not a harmless read");
            assertThatThrownBy(() -> s3.getObject(request -> request.bucket("b").key("k")))
                    .as("though it is declared")
                    .hasMessageContaining("not a harmless read");
            assertThatThrownBy(() -> s3.getBucketPolicy(request -> request.bucket("b")))
                    .hasMessageContaining("no collector declares it");
            assertThat(aws.requests()).isEmpty();
        }
    }
}
