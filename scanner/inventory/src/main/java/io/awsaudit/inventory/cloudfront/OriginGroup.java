package io.awsaudit.inventory.cloudfront;

import java.util.List;

/**
 * Origins of which one stands in for another.
 *
 * @param members the ids of origins, the primary one first
 */
public record OriginGroup(String id, List<String> members) {
    public OriginGroup {
        members = List.copyOf(members);
    }
}
