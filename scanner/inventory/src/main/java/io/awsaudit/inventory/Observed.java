package io.awsaudit.inventory;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A setting as its source left it: read, or not, and then why not.
 *
 * <p>Comparisons on an unknown setting are false in both senses, so that a rule stays silent on it.
 */
public sealed interface Observed<T> {
    /** A setting that was read. What AWS reports as never set is known too. */
    record Known<T>(T value) implements Observed<T> {
        @Override
        public String toString() {
            return String.valueOf(value);
        }
    }

    /** A setting that was not read. */
    record Unknown<T>(Gap gap) implements Observed<T> {
        @Override
        public String toString() {
            return "unknown: " + gap.sentence();
        }
    }

    /** Returns a setting that was read. */
    static <T> Observed<T> known(T value) {
        return new Known<>(value);
    }

    /** Returns a setting that was not read. */
    static <T> Observed<T> unknown(Gap gap) {
        return new Unknown<>(gap);
    }

    /** {@return whether the setting was read} */
    default boolean isKnown() {
        return this instanceof Known<T>;
    }

    /** {@return whether the setting was read, and is {@code expected}} */
    default boolean knownToBe(T expected) {
        return this instanceof Known<T> known && known.value().equals(expected);
    }

    /** {@return whether the setting was read, and is something other than {@code expected}} */
    default boolean knownNotToBe(T expected) {
        return this instanceof Known<T> known && !known.value().equals(expected);
    }

    /** {@return whether the setting was read, and {@code test} holds of it} */
    default boolean knownTo(Predicate<? super T> test) {
        return this instanceof Known<T> known && test.test(known.value());
    }

    /** {@return whether the setting was read, and {@code test} does not hold of it} */
    default boolean knownNotTo(Predicate<? super T> test) {
        return this instanceof Known<T> known && !test.test(known.value());
    }

    /** {@return the setting, empty when it was not read; for reports, since a rule must not confuse the two} */
    default Optional<T> asOptional() {
        return this instanceof Known<T> known ? Optional.of(known.value()) : Optional.empty();
    }

    /** {@return why the setting was not read, empty when it was} */
    default Optional<Gap> unknownBecause() {
        return this instanceof Unknown<T> unknown ? Optional.of(unknown.gap()) : Optional.empty();
    }

    /** Returns what {@code translate} makes of a setting that was read; an unknown one stays unknown for the same reason. */
    default <R> Observed<R> map(Function<? super T, ? extends R> translate) {
        return this instanceof Known<T> known
                ? new Known<>(translate.apply(known.value()))
                : new Unknown<>(((Unknown<T>) this).gap());
    }
}
