package io.awsaudit.inventory.elasticache;

import io.awsaudit.inventory.OpenValue;

/** What a cache runs. */
public record Engine(String value) implements OpenValue {
    public static final Engine MEMCACHED = new Engine("memcached");
    public static final Engine REDIS = new Engine("redis");
    public static final Engine VALKEY = new Engine("valkey");
}
