package io.awsaudit.reports.console;

import io.awsaudit.rules.Severity;

/**
 * How a cell looks, on a terminal that shows colours.
 *
 * @see <a href="https://www.ecma-international.org/publications-and-standards/standards/ecma-48/">ECMA-48, 8.3.117</a>
 */
enum Style {
    PLAIN(""),
    BOLD("1"),
    FAINT("2"),
    ALARM("1;31"),
    BAD("31"),
    WARNING("33"),
    MILD("36"),
    GOOD("32");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    static Style of(Severity severity) {
        return switch (severity) {
            case CRITICAL -> ALARM;
            case HIGH -> BAD;
            case MEDIUM -> WARNING;
            case LOW -> MILD;
        };
    }

    String paint(String text) {
        return code.isEmpty() || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
