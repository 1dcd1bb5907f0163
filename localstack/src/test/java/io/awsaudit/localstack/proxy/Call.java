package io.awsaudit.localstack.proxy;

import java.util.List;
import java.util.Map;

/**
 * A request of an SDK.
 *
 * @param operation as collectors declare it, such as {@code ec2:DescribeVolumes}
 * @param region that the request was signed for
 * @param sdkPackage the package of the service below {@code software.amazon.awssdk.services}, such as {@code ec2},
 *     or {@code waf/regional}
 * @param sdkName the operation's name in the SDK's spelling, such as {@code DescribeDbInstances}
 * @param target path and query, encoded as they came
 * @param headers by name, in lower case
 */
public record Call(
        String operation,
        String region,
        String sdkPackage,
        String sdkName,
        Protocol protocol,
        String method,
        String target,
        Map<String, List<String>> headers,
        String body) {
    /** {@return what is equal for requests that ask the same: all but credentials, times and ids of the request itself} */
    public String identity() {
        return String.join("\n", operation, region, method, target, body);
    }

    /** {@return what the operation's id starts with, such as {@code ec2}} */
    public String service() {
        return operation.substring(0, operation.indexOf(':'));
    }

    /** {@return the operation's name in its API} */
    public String name() {
        return operation.substring(operation.indexOf(':') + 1);
    }

    Call asking(String otherTarget, String otherBody) {
        return new Call(operation, region, sdkPackage, sdkName, protocol, method, otherTarget, headers, otherBody);
    }

    @Override
    public String toString() {
        return operation + " in " + region + " (" + method + " " + target + ")";
    }
}
