package io.awsaudit.collectors;

import io.awsaudit.inventory.Gap;
import io.awsaudit.inventory.Gap.Blame;
import io.awsaudit.inventory.Gap.Cause;
import java.io.InterruptedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
            "requesttimedout",
            "serviceunavailable",
            "serviceunavailableexception",
            "internalfailure",
            "internalserviceerror",
            "internalserviceexception",
            "internalservererror",
            "internalserverexception",
            "serviceexception",
            "serverexception");

    /** Those that the SDK does not know, or knows of some services only. */
    private static final Set<String> PASSING_THROTTLES = Set.of(
            "throttling",
            "throttlingexception",
            "throttledexception",
            "requestthrottled",
            "requestthrottledexception",
            "requestlimitexceeded",
            "toomanyrequests",
            "toomanyrequestsexception",
            "provisionedthroughputexceededexception",
            "bandwidthlimitexceeded",
            "priorrequestnotcomplete",
            "ec2throttledexception",
            "slowdown",
            "slowdownexception");

    private static final Pattern ACTION =
            Pattern.compile("not authorized to perform:? ([a-z0-9-]+:[A-Za-z0-9]+)", Pattern.CASE_INSENSITIVE);

    /**
     * How AWS words a refusal.
     *
     * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html">Troubleshoot access
     *     denied error messages</a>
     */
    private static final Pattern REASON = Pattern.compile(
            "with an explicit deny in an? (?<deny>POLICY)|because no (?<allow>POLICY) allows"
                    .replace(
                            "POLICY",
                            "identity-based policy|service control policy|resource control policy|permissions boundary"
                                    + "|session policy|VPC endpoint policy|resource-based policy|role trust policy"),
            Pattern.CASE_INSENSITIVE);

    private static final Pattern CREDENTIALS_EXPIRED = Pattern.compile(
            "(token|credentials?|session).{0,60}expired|expired.{0,60}(token|credential|session)",
            Pattern.CASE_INSENSITIVE);

    /** Only who may decode it can read it, and it differs in each answer. */
    /** How often the SDK has tried, which says nothing of the failure, and differs in each run. */
    private static final Pattern ATTEMPTS = Pattern.compile("\\s*\\(SDK Attempt Count: \\d+\\)");

    private static final Pattern ENCODED = Pattern.compile("\\s*Encoded authorization failure message: \\S+\\s*");

    private static final int LONGEST_MESSAGE = 600;

    /** By how much a clock may be wrong before AWS refuses what it signs is five minutes. */
    private static final Duration SKEW = Duration.ofMinutes(4);

    private static final Pattern NOT_UNDERSTOOD = Pattern.compile("unmarshal|pars|crc32", Pattern.CASE_INSENSITIVE);

    private Failures() {}

    static Gap gap(Operation operation, Throwable failure) {
        Cause cause = cause(failure);
        String message = message(failure);
        if (cause != Cause.DENIED) {
            return new Gap(cause, operation.id(), Optional.empty(), message);
        }
        Matcher named = ACTION.matcher(message);
        // AWS knows best which of several actions it was that it refused.
        Optional<String> action = named.find() && operation.actions().contains(named.group(1))
                ? Optional.of(named.group(1))
                : Optional.of(String.join(", ", operation.actions())).filter(list -> !list.isEmpty());
        return new Gap(cause, operation.id(), action, blame(message), message);
    }

    /** {@return the kind of policy that a message of AWS names, empty where it names none} */
    static Optional<Blame> blame(String message) {
        Matcher reason = REASON.matcher(message);
        if (!reason.find()) {
            return Optional.empty();
        }
        boolean explicit = reason.group("deny") != null;
        String policy = reason.group(explicit ? "deny" : "allow").toLowerCase(Locale.ROOT);
        return switch (policy) {
            case "identity-based policy" -> Optional.of(explicit ? Blame.IDENTITY_POLICY : Blame.MISSING_ALLOW);
            case "service control policy" -> Optional.of(Blame.SERVICE_CONTROL_POLICY);
            case "resource control policy" -> Optional.of(Blame.RESOURCE_CONTROL_POLICY);
            case "permissions boundary" -> Optional.of(Blame.PERMISSIONS_BOUNDARY);
            case "session policy" -> Optional.of(Blame.SESSION_POLICY);
            case "vpc endpoint policy" -> Optional.of(Blame.VPC_ENDPOINT_POLICY);
            default -> Optional.of(Blame.RESOURCE_POLICY);
        };
    }

    static Cause cause(Throwable failure) {
        if (failure instanceof AwsServiceException answer) {
            return cause(answer);
        }
        if (unreadable(failure).isPresent()) {
            return Cause.MALFORMED;
        }
        if (failure instanceof Health.GivenUp && failure.getCause() != null) {
            return cause(failure.getCause());
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
        if (failure instanceof SdkClientException
                && CREDENTIALS_EXPIRED.matcher(text(failure)).find()) {
            return Cause.EXPIRED; // what signs calls could not be renewed
        }
        boolean notUnderstood = failure instanceof SdkClientException
                && NOT_UNDERSTOOD.matcher(String.valueOf(failure.getMessage())).find();
        return notUnderstood || !(failure instanceof SdkClientException) ? Cause.MALFORMED : Cause.FAILED;
    }

    private static Cause cause(AwsServiceException answer) {
        String code = code(answer).toLowerCase(Locale.ROOT);
        if (isThrottling(answer)) {
            return Cause.THROTTLED;
        }
        if (isExpired(answer)) {
            return Cause.EXPIRED;
        }
        if (NOT_ENABLED.contains(code) || isNoApi(answer) || isNoSuchOperation(answer)) {
            return Cause.UNSUPPORTED;
        }
        if (DENIED.contains(code) || answer.statusCode() == 403 || answer.statusCode() == 401) {
            return Cause.DENIED;
        }
        return Cause.FAILED;
    }

    /**
     * {@return whether something answered that is not the API called: no AWS service answers with a web page. Those of other
     * statuses are a gateway's or a proxy's, behind which the API may be}
     */
    static boolean isNoApi(AwsServiceException answer) {
        return answer.statusCode() == 501
                || Set.of(404, 405, 500).contains(answer.statusCode())
                        && answer.awsErrorDetails() != null
                        && answer.awsErrorDetails().sdkHttpResponse() != null
                        && code(answer).isEmpty()
                        && answer.awsErrorDetails()
                                .sdkHttpResponse()
                                .firstMatchingHeader("Content-Type")
                                .orElse("")
                                .startsWith("text/html");
    }

    /** {@return whether AWS says, by its code, that it knows no such operation} */
    static boolean isNoSuchOperation(AwsServiceException answer) {
        return NO_SUCH_OPERATION.contains(code(answer).toLowerCase(Locale.ROOT));
    }

    /** EC2 says the same of expired credentials and of a clock that is wrong; the date of its answer tells them apart. */
    private static boolean isExpired(AwsServiceException answer) {
        return EXPIRED.contains(code(answer).toLowerCase(Locale.ROOT)) && !isSkewed(answer);
    }

    private static boolean isSkewed(AwsServiceException answer) {
        if (answer.awsErrorDetails() == null || answer.awsErrorDetails().sdkHttpResponse() == null) {
            return false;
        }
        try {
            return answer.awsErrorDetails()
                    .sdkHttpResponse()
                    .firstMatchingHeader("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant())
                    .filter(there ->
                            Duration.between(there, Instant.now()).abs().compareTo(SKEW) > 0)
                    .isPresent();
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    /** {@return whether it is AWS that said so, of whatever it was asked} */
    static boolean isAnswer(Throwable failure) {
        return failure instanceof AwsServiceException;
    }

    /** {@return whether AWS asks for patience} */
    static boolean isThrottling(Throwable failure) {
        return failure instanceof AwsServiceException answer
                && (answer.isThrottlingException()
                        || PASSING_THROTTLES.contains(code(answer).toLowerCase(Locale.ROOT)));
    }

    /** {@return whether asking again may help} */
    static boolean isPassing(Throwable failure) {
        if (failure instanceof AwsServiceException answer) {
            return isThrottling(answer)
                    || answer.isClockSkewException() && !isExpired(answer)
                    || answer.statusCode() >= 500 && !isNoApi(answer)
                    || PASSING.contains(code(answer).toLowerCase(Locale.ROOT));
        }
        return failure instanceof ApiCallAttemptTimeoutException
                || failure instanceof ApiCallTimeoutException
                || failure instanceof SdkClientException client && client.getCause() instanceof java.io.IOException;
    }

    /** {@return whether there is no such address, which a second look or two may mend, and no more} */
    static boolean isUnknownHost(Throwable failure) {
        return failure.getCause() instanceof UnknownHostException;
    }

    /** {@return AWS's error code, empty where the answer carried none} */
    static String code(AwsServiceException answer) {
        return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
                ? ""
                : answer.awsErrorDetails().errorCode();
    }

    private static String message(Throwable failure) {
        if (failure instanceof Health.GivenUp && failure.getCause() != null) {
            return failure.getMessage() + "; the last: " + message(failure.getCause());
        }
        return oneLine(text(failure));
    }

    private static String text(Throwable failure) {
        if (failure instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            // Without the request id, which differs in each run, so that equal accounts give equal reports.
            String text = answer.awsErrorDetails().errorMessage();
            String what = (code(answer) + (text == null || text.isBlank() ? "" : ": " + text)).strip();
            return what.isEmpty() || what.equals(":") ? "status " + answer.statusCode() : what;
        }
        Optional<Throwable> unreadable = unreadable(failure);
        if (unreadable.isPresent()) {
            return String.valueOf(unreadable.get().getMessage());
        }
        if (failure instanceof SdkClientException && failure.getCause() instanceof java.io.IOException io) {
            return io.getMessage() == null ? io.getClass().getSimpleName() : io.getMessage();
        }
        String text = failure.getMessage();
        return text == null ? failure.getClass().getSimpleName() : text;
    }

    /** The SDK wraps what its interceptors throw. */
    private static Optional<Throwable> unreadable(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(10)
                .filter(Guard.Unreadable.class::isInstance)
                .findFirst();
    }

    private static String oneLine(String text) {
        String line = ATTEMPTS.matcher(ENCODED.matcher(text).replaceAll(" "))
                .replaceAll("")
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + "..." : line;
    }
}
