package io.awsaudit.rules;

/**
 * A value that a check compares with and users may set.
 *
 * @param name such as {@code maxDays}
 * @param standard what holds where nobody sets it: a number, a text, or a list of texts; its type is the parameter's
 */
public record Parameter(String name, Object standard, String about) {}
