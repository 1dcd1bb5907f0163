package io.awsaudit.collectors;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Cause;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Says why a call gave no answer, from the exception that the SDK threw. */
final class Failures {
    private static final Set<String> DENIED = Set.of(
            "accessdenied",
            "accessdeniedexception",
            "unauthorizedoperation",
            "unauthorizedaccess",
            "authorizationerror",
            "authorizationerrorexception",
            "unauthorized",
            "forbidden",
            "notauthorized",
            "notauthorizedexception",
            "allaccessdisabled",
            "kmsaccessdeniedexception");
    private static final Set<String> EXPIRED =
            Set.of("expiredtoken", "expiredtokenexception", "requestexpired", "tokenrefreshrequired");
    private static final Set<String> NO_SUCH_OPERATION = Set.of(
            "unknownoperationexception",
            "invalidaction",
            "notimplemented",
            "unsupportedoperation",
            "unsupportedoperationexception");

    /** What AWS says where a region is not enabled, or a service is not subscribed to; the credentials are known to be good. */
    private static final Set<String> NOT_ENABLED = Set.of(
            "optinrequired",
            "subscriptionrequiredexception",
            "invalidclienttokenid",
            "unrecognizedclientexception",
            "regiondisabledexception",
            "authfailure",
            "uninitializedaccountexception");

    private static final Set<String> PASSING = Set.of(
            "requesttimeout",
            "requesttimeoutexception",
            "internalerror",
            "transactioninprogressexception",
            "priorrequestnotcomplete",
            "ec2throttledexception",
            "slowdown");

    private Failures() {}

    static Gap gap(Operation operation, Throwable failure) {
        Cause cause = cause(failure);
        Optional<String> action = cause == Cause.DENIED
                ? Optional.of(String.join(", ", operation.actions())).filter(list -> !list.isEmpty())
                : Optional.empty();
        return new Gap(cause, operation.id(), action, message(failure));
    }

    static Cause cause(Throwable failure) {
        if (failure instanceof AwsServiceException answer) {
            return cause(answer);
        }
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return Cause.TIMED_OUT;
        }
        for (Throwable inner = failure; inner != null; inner = inner.getCause()) {
            if (inner instanceof UnknownHostException) {
                return Cause.UNSUPPORTED; // no such endpoint: the service is not offered in that region
            }
            if (inner instanceof InterruptedIOException && !(failure instanceof AbortedException)) {
                return Cause.TIMED_OUT;
            }
            if (inner instanceof AwsServiceException answer && inner != failure) {
                return cause(answer);
            }
        }
        boolean unreadable = failure instanceof SdkClientException
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("unmarshal");
        return unreadable || !(failure instanceof SdkClientException) ? Cause.MALFORMED : Cause.FAILED;
    }

    private static Cause cause(AwsServiceException answer) {
        String code = code(answer).toLowerCase(Locale.ROOT);
        if (answer.isThrottlingException()) {
            return Cause.THROTTLED;
        }
        if (EXPIRED.contains(code)) {
            return Cause.EXPIRED;
        }
        if (NOT_ENABLED.contains(code) || isNoSuchOperation(answer)) {
            return Cause.UNSUPPORTED;
        }
        if (DENIED.contains(code) || answer.statusCode() == 403 || answer.statusCode() == 401) {
            return Cause.DENIED;
        }
        return Cause.FAILED;
    }

    /** {@return whether something answered that is not the API called: no AWS service answers with a web page} */
    static boolean isNoApi(AwsServiceException answer) {
        return answer.statusCode() == 501
                || answer.awsErrorDetails() != null
                        && answer.awsErrorDetails().sdkHttpResponse() != null
                        && code(answer).isEmpty()
                        && answer.awsErrorDetails()
                                .sdkHttpResponse()
                                .firstMatchingHeader("Content-Type")
                                .orElse("")
                                .startsWith("text/html");
    }

    /** {@return whether AWS, or what stands in for it, says that it knows no such operation} */
    static boolean isNoSuchOperation(AwsServiceException answer) {
        return isNoApi(answer) || NO_SUCH_OPERATION.contains(code(answer).toLowerCase(Locale.ROOT));
    }

    /** {@return whether asking again may help} */
    static boolean isPassing(Throwable failure) {
        if (failure instanceof AwsServiceException answer) {
            return answer.isThrottlingException()
                    || answer.isClockSkewException()
                    || answer.statusCode() >= 500 && !isNoApi(answer)
                    || PASSING.contains(code(answer).toLowerCase(Locale.ROOT));
        }
        return failure instanceof ApiCallAttemptTimeoutException
                || failure instanceof SdkClientException client
                        && client.getCause() instanceof java.io.IOException io
                        && !(io instanceof UnknownHostException);
    }

    /** {@return AWS's error code, empty where the answer carried none} */
    static String code(AwsServiceException answer) {
        return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                ? ""
                : answer.awsErrorDetails().errorCode();
    }

    private static String message(Throwable failure) {
        if (failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            // Without the request id, which differs in each run, so that equal accounts give equal reports.
            String text = answer.awsErrorDetails().errorMessage();
            return (code(answer) + (text == null || text.isBlank() ? "" : ": " + text)).strip();
        }
        String text = failure.getMessage();
        return text == null
                ? failure.getClass().getSimpleName()
                : text.lines().findFirst().orElse("");
    }
}
