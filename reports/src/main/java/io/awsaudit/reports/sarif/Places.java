package io.awsaudit.reports.sarif;

import io.awsaudit.inventory.Arn;
import io.awsaudit.inventory.Identity;
import io.awsaudit.rules.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where resources would stand in a repository: GitHub shows only what has a path in one. */
public final class Places {
    private static final String UNRESERVED = "-._~";

    private Places() {}

    /**
     * Returns a relative URI such as {@code aws/111122223333/eu-west-1/EC2/Volume/vol-0abc}. It is made of the ARN, for a
     * name may be a tag that changes, and GitHub takes an alert with another path for another alert.
     */
    public static String uri(Finding.Subject resource) {
        String type = resource.type().startsWith("AWS::") ? resource.type().substring(5) : resource.type();
        return path("aws/" + resource.account() + "/" + resource.region() + "/" + type.replace("::", "/") + "/"
                + withoutType(resource.arn().resource()));
    }

    /**
     * Returns a relative URI such as {@code aws/999988887777/eu-west-1/kms/key/0abc}, for what was not collected and has no
     * type that is known.
     *
     * @param near a resource that leads there, whose account it is in where its ARN does not say
     */
    static String uri(Arn arn, Finding.Subject near) {
        String account = arn.account().isEmpty() ? near.account() : arn.account();
        String region = arn.region().isEmpty() ? Identity.GLOBAL : arn.region();
        return path("aws/" + account + "/" + region + "/" + arn.service() + "/"
                + arn.resource().replace(':', '/'));
    }

    /** Cuts off what AWS puts before the id: {@code volume/vol-0abc}, {@code log-group:/aws/lambda/f}. */
    private static String withoutType(String resource) {
        int end = 0;
        while (end < resource.length() && resource.charAt(end) != '/' && resource.charAt(end) != ':') {
            end++;
        }
        return end + 1 < resource.length() ? resource.substring(end + 1) : resource;
    }

    private static String path(String text) {
        return Arrays.stream(text.split("/"))
                .filter(segment -> !segment.isEmpty())
                // Dots alone would lead out of the folder.
                .map(segment -> segment.chars().allMatch(c -> c == '.') ? segment.replace('.', '_') : encode(segment))
                .collect(Collectors.joining("/"));
    }

    private static String encode(String segment) {
        StringBuilder out = new StringBuilder(segment.length());
        for (byte octet : segment.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xff);
            if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || UNRESERVED.indexOf(c) >= 0) {
                out.append(c);
            } else {
                out.append(String.format("%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}
