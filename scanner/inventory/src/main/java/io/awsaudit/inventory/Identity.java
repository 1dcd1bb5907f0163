package io.awsaudit.inventory;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What every resource has.
 *
 * <p>Here all tags pass, whoever read them, so here they lose what {@link Secrets} finds in them; and no text is kept at a
 * length that AWS itself would not take.
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

    private static final String NAME_TAG = "Name";

    /** AWS takes 128 characters in a key and 256 in a value, and no name is longer than 1,024, an object's. */
    private static final int KEY_LENGTH = 512;

    private static final int VALUE_LENGTH = 1_024;

    public Identity {
        if (tags instanceof Observed.Known<Map<String, String>> known) {
            Map<String, String> kept = kept(known.value());
            if (name.equals(known.value().get(NAME_TAG))) {
                name = Objects.requireNonNull(kept.get(NAME_TAG));
            }
            tags = Observed.known(kept);
        }
        name = Excerpt.of(name, VALUE_LENGTH);
    }

    /** Returns the identity of a resource that cannot carry tags. */
    public static Identity untagged(Arn arn, String account, String region, String name) {
        return new Identity(arn, account, region, name, Observed.known(Map.of()));
    }

    /** Returns the identity of a resource whose tags came with its listing. */
    public static Identity tagged(Arn arn, String account, String region, String name, Map<String, String> tags) {
        return new Identity(arn, account, region, name, Observed.known(tags));
    }

    private static Map<String, String> kept(Map<String, String> tags) {
        Map<String, String> kept = new TreeMap<>();
        tags.forEach((key, value) -> kept.put(
                Excerpt.wellFormed(Excerpt.ofName(key, KEY_LENGTH)),
                Excerpt.of(Secrets.redacted(key, value), VALUE_LENGTH)));
        return Collections.unmodifiableMap(kept);
    }
}
