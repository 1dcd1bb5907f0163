package io.awsaudit.inventory;

import java.util.Map;

/**
 * What every resource has.
 *
 * @param arn unique within an inventory, together with the type
 * @param account twelve digits
 * @param region such as {@code eu-west-1}, or {@link #GLOBAL} for what belongs to no region
 * @param name what people call it: its name, else its {@code Name} tag, else its id
 * @param tags by key; unknown where reading them takes a call of its own that failed
 */
public record Identity(Arn arn, String account, String region, String name, Observed<Map<String, String>> tags) {
    /** The region of resources that belong to none, such as IAM users. */
    public static final String GLOBAL = "global";

    /** Returns the identity of a resource that cannot carry tags. */
    public static Identity untagged(Arn arn, String account, String region, String name) {
        return new Identity(arn, account, region, name, Observed.known(Map.of()));
    }

    /** Returns the identity of a resource whose tags came with its listing. */
    public static Identity tagged(Arn arn, String account, String region, String name, Map<String, String> tags) {
        return new Identity(arn, account, region, name, Observed.known(Map.copyOf(tags)));
    }
}
