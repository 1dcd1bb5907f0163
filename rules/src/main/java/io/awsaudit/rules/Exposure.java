package io.awsaudit.rules;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a violation shows strangers of the resource that it is about, as far as the check looks. Of a check it is stated in
 * its metadata, and only where every violation means it.
 */
public enum Exposure {
    /** The network lets connections in from every address. */
    INTERNET("open to the internet"),
    /** A policy, a grant or a way of sharing lets in whoever asks, in any account or without one. */
    EVERYBODY("open to everybody"),
    /** It has an address on the internet, and only what stands in front of that keeps strangers off. */
    ADDRESS("has an address on the internet");

    private final String words;

    Exposure(String words) {
        this.words = words;
    }

    /** {@return the exposure as files spell it, such as {@code internet}} */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@return what it says of a resource, such as {@code open to the internet}} */
    public String words() {
        return words;
    }

    /** {@return the exposure that a file spells so, empty where none is} */
    public static Optional<Exposure> of(String word) {
        return Arrays.stream(values())
                .filter(exposure -> exposure.word().equals(word))
                .findFirst();
    }
}
