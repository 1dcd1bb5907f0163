package io.awsaudit.localstack.proxy;

import io.awsaudit.localstack.proxy.Answer.Delivery;
import java.util.function.Function;

/** Something breaks on the way, or at its end. */
public enum Breakage implements Fault {
    /** The service's own error, in its protocol. */
    INTERNAL_ERROR((call, emulator) -> Errors.of(
            call,
            500,
            Errors.code(call, "InternalFailure", "InternalError", "InternalServerException"),
            "We encountered an internal error.")),
    /** The service's own error, in its protocol. */
    UNAVAILABLE((call, emulator) -> Errors.of(
            call,
            503,
            Errors.code(call, "ServiceUnavailable", "Unavailable", "ServiceUnavailableException"),
            "Unable to process request")),
    BAD_GATEWAY_PAGE((call, emulator) -> Answer.of(502, "text/html", page("502 Bad Gateway"))),
    UNAVAILABLE_PAGE((call, emulator) -> Answer.of(503, "text/html", page("503 Service Temporarily Unavailable"))),
    INTERNAL_ERROR_WITHOUT_BODY((call, emulator) -> Answer.of(500, Errors.contentType(call), "")),
    UNAVAILABLE_WITHOUT_BODY((call, emulator) -> Answer.of(503, Errors.contentType(call), "")),

    RESET((call, emulator) -> Answer.none(Delivery.RESET)),
    CLOSED((call, emulator) -> Answer.none(Delivery.CLOSED)),
    STALLED((call, emulator) -> Answer.none(Delivery.STALLED)),
    STALLED_MIDWAY((call, emulator) -> emulator.apply(call).delivered(Delivery.STALLED_MIDWAY)),
    /** Slow, and right: no fault but for who has no patience. */
    DRIPPING((call, emulator) -> emulator.apply(call).delivered(Delivery.DRIPPING)),
    /** The length is that of the right answer, and half of it comes. */
    SHORT((call, emulator) -> emulator.apply(call).delivered(Delivery.SHORT)),

    /** Half of the answer, with the length of that half. */
    TRUNCATED((call, emulator) -> {
        Answer answer = emulator.apply(call);
        return answer.cutTo(answer.body().length / 2);
    }),
    EMPTY((call, emulator) -> emulator.apply(call).cutTo(0)),
    /** What the login page of a network says to whatever is asked. */
    PAGE((call, emulator) -> Answer.of(200, "text/html", page("Welcome to the guest network"))),
    /** As {@link #PAGE}, under the type of a right answer. */
    PAGE_IN_DISGUISE(
            (call, emulator) -> Answer.of(200, Errors.contentType(call), page("Welcome to the guest network"))),
    /** As S3 answers long operations that fail after the status is sent. */
    ERROR_WITH_STATUS_200((call, emulator) -> Errors.of(call, 200, "InternalError", "Please try again.")),
    GARBAGE((call, emulator) -> Answer.of(200, Errors.contentType(call), "\u0000\u0001{<garbage\"\u0002&;")),

    /** The status alone: no error code says what was not found. */
    NOT_FOUND_WITHOUT_BODY((call, emulator) -> Answer.of(404, Errors.contentType(call), "")),
    /** An error document that ends before its code. */
    NOT_FOUND_TRUNCATED((call, emulator) -> Answer.of(
            404, Errors.contentType(call), Errors.code(call, "<ErrorResponse><Err", "<Response><Err", "{\"__ty"))),
    NOT_FOUND_PAGE((call, emulator) -> Answer.of(404, "text/html", page("404 Not Found"))),
    /** As a refused HEAD. */
    FORBIDDEN_WITHOUT_BODY((call, emulator) -> Answer.of(403, Errors.contentType(call), "")),
    FORBIDDEN_TRUNCATED((call, emulator) -> Answer.of(
            403, Errors.contentType(call), Errors.code(call, "<ErrorResponse><Err", "<Response><Err", "{\"__ty"))),

    EXPIRED_TOKEN((call, emulator) -> Errors.of(
            call,
            call.protocol() == Protocol.JSON || call.sdkPackage().equals("s3") ? 400 : 403,
            Errors.code(call, "ExpiredToken", "RequestExpired", "ExpiredTokenException"),
            "The security token included in the request is expired")),

    OPT_IN_REQUIRED((call, emulator) -> Errors.of(
            call,
            call.protocol() == Protocol.JSON ? 400 : 403,
            Errors.code(call, "OptInRequired", "OptInRequired", "SubscriptionRequiredException"),
            "You are not subscribed to this service")),
    INVALID_CLIENT_TOKEN((call, emulator) -> Errors.of(
            call,
            call.protocol() == Protocol.JSON ? 400 : 403,
            Errors.code(call, "InvalidClientTokenId", "InvalidClientTokenId", "UnrecognizedClientException"),
            "The security token included in the request is invalid.")),
    AUTH_FAILURE((call, emulator) -> Errors.of(
            call,
            call.protocol() == Protocol.JSON ? 400 : 401,
            Errors.code(call, "InvalidClientTokenId", "AuthFailure", "UnrecognizedClientException"),
            "AWS was not able to validate the provided access credentials")),
    /** As where a service does not have the operation yet, or is not of that age. */
    UNKNOWN_OPERATION((call, emulator) -> switch (call.protocol()) {
        case QUERY, EC2 -> Errors.of(call, 400, "InvalidAction", "The action is not valid for this endpoint.");
        case JSON -> Errors.of(call, 400, "UnknownOperationException", "");
        case REST_JSON -> Errors.of(call, 404, "UnknownOperationException", "");
        case REST_XML ->
            Errors.of(
                    call, 501, "NotImplemented", "A header you provided implies functionality that is not implemented");
    });

    private final Fault effect;

    Breakage(Fault effect) {
        this.effect = effect;
    }

    @Override
    public Answer answer(Call call, Function<Call, Answer> emulator) {
        return effect.answer(call, emulator);
    }

    private static String page(String title) {
        return "<!DOCTYPE html>\n<html><head><title>%s</title></head><body><h1>%s</h1><hr></body></html>\n"
                .formatted(title, title);
    }
}
