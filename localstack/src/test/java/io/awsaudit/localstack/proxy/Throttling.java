package io.awsaudit.localstack.proxy;

import java.util.function.Function;

/** AWS asks to slow down, by one of the codes that its services have for it. */
public enum Throttling implements Fault {
    THROTTLING(400, "Throttling"),
    THROTTLING_EXCEPTION(400, "ThrottlingException"),
    THROTTLED_EXCEPTION(400, "ThrottledException"),
    REQUEST_THROTTLED(400, "RequestThrottled"),
    REQUEST_LIMIT_EXCEEDED(503, "RequestLimitExceeded"),
    BANDWIDTH_LIMIT_EXCEEDED(509, "BandwidthLimitExceeded"),
    SLOW_DOWN(503, "SlowDown"),
    EC2_THROTTLED(503, "EC2ThrottledException"),
    TOO_MANY_REQUESTS(429, "TooManyRequestsException"),
    PROVISIONED_THROUGHPUT_EXCEEDED(400, "ProvisionedThroughputExceededException"),
    /** Of a gateway on the way. */
    WITHOUT_BODY(429, "");

    private final int status;
    private final String code;

    Throttling(int status, String code) {
        this.status = status;
        this.code = code;
    }

    @Override
    public Answer answer(Call call, Function<Call, Answer> emulator) {
        return code.isEmpty()
                ? Answer.of(status, Errors.contentType(call), "")
                : Errors.of(call, status, code, "Rate exceeded");
    }
}
