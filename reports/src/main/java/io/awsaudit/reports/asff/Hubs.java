package io.awsaudit.reports.asff;

import io.awsaudit.inventory.Identity;
import io.awsaudit.inventory.Inventory;
import io.awsaudit.rules.AuditResult;
import io.awsaudit.rules.Finding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which Security Hub a finding belongs to: that of its account, in the region of its resource. */
final class Hubs {
    /** The partitions that the format knows. */
    private static final Set<String> PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");

    private static final String AWS = "aws";
    private static final int LENGTH = 64;

    /** The longest name of a region that the format takes. */
    private static final int REGION_LENGTH = 16;

    private final Map<String, Inventory.AccountScope> accounts = new HashMap<>();

    Hubs(AuditResult result) {
        result.accounts().forEach(account -> accounts.put(account.id(), account));
    }

    /**
     * Returns the region of a resource. What belongs to none goes to the one where its partition keeps global services, or
     * where that was not looked at, to the first that was.
     */
    String region(Finding.Subject resource) {
        if (!resource.region().equals(Identity.GLOBAL)) {
            String region = Line.of(resource.region(), LENGTH);
            return region.substring(0, Math.min(region.length(), REGION_LENGTH));
        }
        String home = home(partition(resource));
        Inventory.AccountScope account = accounts.get(resource.account());
        List<String> regions = account == null ? List.of() : account.regions();
        return regions.isEmpty() || regions.contains(home) ? home : regions.get(0);
    }

    private static String home(String partition) {
        return switch (partition) {
            case "aws-cn" -> "cn-north-1";
            case "aws-us-gov" -> "us-gov-west-1";
            default -> "us-east-1";
        };
    }

    /** {@return the partition of a resource; {@code aws} where it is none that the format knows} */
    String partition(Finding.Subject resource) {
        Inventory.AccountScope account = accounts.get(resource.account());
        String partition = account == null ? resource.arn().partition() : account.partition();
        return PARTITIONS.contains(partition) ? partition : AWS;
    }

    String account(Finding.Subject resource) {
        return Line.of(resource.account(), LENGTH);
    }

    /** Returns the ARN under which an account imports findings of its own. */
    String productArn(Finding.Subject resource) {
        String account = account(resource);
        return "arn:" + partition(resource) + ":securityhub:" + region(resource) + ":" + account + ":product/" + account
                + "/default";
    }
}
