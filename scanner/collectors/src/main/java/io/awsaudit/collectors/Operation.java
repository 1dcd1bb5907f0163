package io.awsaudit.collectors;

import java.util.List;
import java.util.Optional;

/**
 * An operation of an AWS API that collectors call.
 *
 * @param id the service's prefix and the operation, such as {@code ec2:DescribeVolumes}
 * @param actions the IAM actions that it needs; mostly the id itself, and empty where none is needed
 * @param frequency how often it is called; where that is left open, a listing once for each page, and for a setting once for
 *     each resource
 */
public record Operation(String id, List<String> actions, Optional<Frequency> frequency) {
    public Operation {
        actions = List.copyOf(actions);
        if (id.indexOf(':') < 1) {
            throw new IllegalArgumentException("No prefix in " + id);
        }
    }

    /** Returns an operation of which it is left open how often it is called. */
    public Operation(String id, List<String> actions) {
        this(id, actions, Optional.empty());
    }

    /** Returns an operation whose IAM action has its own name. */
    public static Operation of(String id) {
        return new Operation(id, List.of(id));
    }

    /** Returns this operation with the IAM actions that AWS's service authorization reference gives for it. */
    public Operation needing(String... actions) {
        return new Operation(id, List.of(actions), frequency);
    }

    /** Returns this listing as one whose pages are asked to have so many items, the most that AWS gives. */
    public Operation pages(int size) {
        return with(listing().of(Frequency.Unit.PAGE, size, true));
    }

    /** Returns this listing as one whose pages have so many items by themselves, and can have no more. */
    public Operation ownPages(int size) {
        return with(listing().of(Frequency.Unit.PAGE, size, false));
    }

    /** Returns this listing as one of what is within something else, such as a cluster, and is called for each of those. */
    public Operation per(String what) {
        return with(listing().per(what));
    }

    /** Returns this operation as one that tells of so many resources at a time. */
    public Operation batches(int size) {
        return with(listing().of(Frequency.Unit.BATCH, size, false));
    }

    /** Returns this operation as one that is called for each resource, be it for a setting or to list it at all. */
    public Operation each() {
        return with(listing().of(Frequency.Unit.RESOURCE, 1, false));
    }

    /** Returns this operation as one that tells of all resources at once, and is called where there are any. */
    public Operation forAll() {
        return with(listing().of(Frequency.Unit.ALL, 0, false));
    }

    /** Returns this operation as one that is called only for some resources, or only where there are some. */
    public Operation where(String condition) {
        return with(listing().where(condition));
    }

    /** Returns this listing as one that is made once for all collectors that name it. */
    public Operation shared() {
        return with(listing().sharing());
    }

    /** {@return how often it is called, if it lists resources} */
    public Frequency listing() {
        return frequency.orElse(Frequency.A_PAGE);
    }

    Operation with(Frequency other) {
        return new Operation(id, actions, Optional.of(other));
    }

    /** {@return the prefix of the {@link AwsService} that has the operation} */
    public String service() {
        return id.substring(0, id.indexOf(':'));
    }

    /** {@return the operation's name in its API} */
    public String name() {
        return id.substring(id.indexOf(':') + 1);
    }
}
