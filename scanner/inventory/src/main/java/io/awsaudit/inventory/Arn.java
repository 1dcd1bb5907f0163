package io.awsaudit.inventory;

import java.util.Optional;

/**
 * An Amazon Resource Name, the identity of a resource everywhere in this program.
 *
 * <p>Where AWS defines no ARN for a thing, its record documents the form used instead; such a form still has ARN's six
 * colon-separated parts.
 *
 * @param value the whole name, {@code arn:partition:service:region:account:resource}
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">Amazon Resource Names</a>
 */
public record Arn(String value) implements OpenValue, Comparable<Arn> {
    private static final int LENGTH = 2_048;

    /** Takes an ARN; of what is longer than AWS lets an ARN be, it takes the beginning and a digest of the whole. */
    public Arn {
        value = Excerpt.ofName(value, LENGTH);
    }

    /** {@return the partition ({@code aws}, {@code aws-cn}, {@code aws-us-gov}), empty when this is no ARN} */
    public String partition() {
        return part(1);
    }

    /** {@return the service's namespace, such as {@code ec2}} */
    public String service() {
        return part(2);
    }

    /** {@return the region, empty for services without one} */
    public String region() {
        return part(3);
    }

    /** {@return the twelve-digit account, empty where the ARN carries none, as for buckets} */
    public String account() {
        return part(4);
    }

    /** {@return all after the fifth colon, such as {@code volume/vol-0abc}} */
    public String resource() {
        return part(5);
    }

    /** {@return this name as a setting has it that may be empty; rules find such settings by equal values, in an index} */
    public Optional<Arn> optional() {
        return Optional.of(this);
    }

    /** {@return what follows the last slash or colon of the resource, such as {@code vol-0abc}} */
    public String lastSegment() {
        return value.substring(Math.max(value.lastIndexOf('/'), value.lastIndexOf(':')) + 1);
    }

    private String part(int wanted) {
        int start = 0;
        for (int part = 0; part < wanted; part++) {
            int colon = value.indexOf(':', start);
            if (colon < 0) {
                return "";
            }
            start = colon + 1;
        }
        int end = wanted == 5 ? -1 : value.indexOf(':', start);
        return end < 0 ? value.substring(start) : value.substring(start, end);
    }

    @Override
    public int compareTo(Arn other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
