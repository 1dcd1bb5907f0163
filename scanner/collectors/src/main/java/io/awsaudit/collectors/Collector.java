package io.awsaudit.collectors;

import io.awsaudit.inventory.Resource;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.atteo.classindex.IndexSubclasses;

/**
 * Reads resources of one or more types of a service. Stateless, with a constructor without arguments; found by an index
 * that the compiler writes.
 *
 * <p>A collector translates and never judges. A failure to list leaves {@link #collect} as the exception that it is, and
 * becomes a gap in the coverage of the types it {@link #yields}; a failure to read a detail becomes an unknown setting.
 *
 * @param <R> what it yields
 */
@IndexSubclasses
public interface Collector<R extends Resource> {
    /** Where a collector's listing runs. */
    enum Scope {
        /** Once an account. */
        GLOBAL,
        /** Once in each region. */
        REGIONAL
    }

    /** {@return the types of the resources that {@link #collect} returns} */
    Set<Class<? extends R>> yields();

    /** {@return where it runs} */
    default Scope scope() {
        return Scope.REGIONAL;
    }

    /** {@return the operations that list the resources, without which nothing is known of them} */
    List<Operation> listings();

    /** {@return the settings that take calls of their own} */
    default List<Detail> details() {
        return List.of();
    }

    /** Reads the resources of one account and, for a regional collector, one region. */
    Stream<? extends R> collect(Reads reads);
}
