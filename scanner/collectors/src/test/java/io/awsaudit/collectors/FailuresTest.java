package io.awsaudit.collectors;

import static org.assertj.core.api.Assertions.assertThat;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Blame;
import io.awsaudit.inventory.Gap.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

final class FailuresTest {
    private static final Operation OPERATION =
            new Operation("ec2:DescribeImages", java.util.List.of("ec2:DescribeImages", "ec2:DescribeImageAttribute"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    because no identity-based policy allows the ec2:DescribeImages action                     | MISSING_ALLOW
                    with an explicit deny in an identity-based policy                                         | IDENTITY_POLICY
                    with an explicit deny in a service control policy                                         | SERVICE_CONTROL_POLICY
                    with an explicit deny in a service control policy: arn:aws:organizations::1:policy/o-1/p-1 | SERVICE_CONTROL_POLICY
                    because no service control policy allows the ec2:DescribeImages action                    | SERVICE_CONTROL_POLICY
                    with an explicit deny in a resource control policy                                        | RESOURCE_CONTROL_POLICY
                    because no resource control policy allows the ec2:DescribeImages action                   | RESOURCE_CONTROL_POLICY
                    because no permissions boundary allows the ec2:DescribeImages action                      | PERMISSIONS_BOUNDARY
                    with an explicit deny in a permissions boundary                                           | PERMISSIONS_BOUNDARY
                    because no session policy allows the ec2:DescribeImages action                            | SESSION_POLICY
                    because no resource-based policy allows the ec2:DescribeImages action                     | RESOURCE_POLICY
                    with an explicit deny in a resource-based policy                                          | RESOURCE_POLICY
                    because no VPC endpoint policy allows the ec2:DescribeImages action                       | VPC_ENDPOINT_POLICY
                    with an explicit deny in a VPC endpoint policy                                            | VPC_ENDPOINT_POLICY
                    """)
    void theMessageOfARefusalSaysWhichPolicyIsToBlame(String reason, Blame blame) {
        Gap gap = Failures.gap(
                OPERATION,
                answer(
                        403,
                        "UnauthorizedOperation",
                        "You are not authorized to perform this operation. User: arn:aws:iam::1:user/a is not authorized to"
                                + " perform: ec2:DescribeImageAttribute on resource: arn:aws:ec2:::image/* " + reason
                                + ". Encoded authorization failure message: Zm9vYmFy"));
        assertThat(gap.cause()).isEqualTo(Cause.DENIED);
        assertThat(gap.blame()).contains(blame);
        assertThat(gap.action()).as("AWS says which of two it is").contains("ec2:DescribeImageAttribute");
        assertThat(gap.detail()).doesNotContain("Zm9vYmFy", "Encoded");
    }

    @Test
    void aRefusalWithoutReasonBlamesNobodyAndNamesEveryAction() {
        Gap gap = Failures.gap(OPERATION, answer(403, "AccessDenied", "Access Denied"));
        assertThat(gap.blame()).isEmpty();
        assertThat(gap.action()).contains("ec2:DescribeImages, ec2:DescribeImageAttribute");
    }

    @Test
    void aRefusalOfAnotherActionThanWasDeclaredNamesTheDeclaredOnes() {
        Gap gap = Failures.gap(
                OPERATION, answer(403, "AccessDenied", "User: x is not authorized to perform: kms:Decrypt"));
        assertThat(gap.action()).contains("ec2:DescribeImages, ec2:DescribeImageAttribute");
        assertThat(gap.detail()).contains("kms:Decrypt");
    }

    @Test
    void aStatusWithoutACodeIsARefusalWhereItSaysSoAndNoAnswerOtherwise() {
        assertThat(Failures.cause(answer(403, "", ""))).isEqualTo(Cause.DENIED);
        assertThat(Failures.cause(answer(404, "", ""))).isEqualTo(Cause.FAILED);
        assertThat(Failures.gap(OPERATION, answer(404, "", "")).detail()).isEqualTo("status 404");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Throttling",
                "ThrottlingException",
                "RequestLimitExceeded",
                "SlowDown",
                "TooManyRequestsException",
                "ProvisionedThroughputExceededException",
                "EC2ThrottledException"
            })
    void throttlingIsKnownByAnyOfItsCodes(String code) {
        AwsServiceException failure = answer(400, code, "Rate exceeded");
        assertThat(Failures.cause(failure)).isEqualTo(Cause.THROTTLED);
        assertThat(Failures.isPassing(failure)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Token is expired",
                "The SSO session associated with this profile has expired or is otherwise invalid.",
                "Error when retrieving token from sso: Token has expired and refresh failed"
            })
    void credentialsThatCannotBeRenewedHaveExpired(String message) {
        assertThat(Failures.cause(SdkClientException.create(message))).isEqualTo(Cause.EXPIRED);
    }

    @Test
    void aWebPageIsNoServiceAndAGatewaysPageMayPass() {
        assertThat(Failures.isPassing(page(502))).isTrue();
        assertThat(Failures.isPassing(page(500))).isFalse();
        assertThat(Failures.cause(page(404))).isEqualTo(Cause.UNSUPPORTED);
        assertThat(Failures.cause(page(403))).as("of a proxy on the way").isEqualTo(Cause.DENIED);
    }

    @Test
    void aLongMessageIsCutAndStandsOnOneLine() {
        String detail = Failures.gap(OPERATION, answer(400, "Odd", "a\nb\t" + "c".repeat(5000)))
                .detail();
        assertThat(detail).startsWith("Odd: a b ccc").hasSizeLessThan(700).endsWith("...");
    }

    private static AwsServiceException page(int status) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .sdkHttpResponse(software.amazon.awssdk.http.SdkHttpResponse.builder()
                                .statusCode(status)
                                .putHeader("Content-Type", "text/html; charset=utf-8")
                                .build())
                        .build())
                .build();
    }

    private static AwsServiceException answer(int status, String code, String message) {
        return AwsServiceException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode(code)
                        .errorMessage(message)
                        .build())
                .build();
    }
}
