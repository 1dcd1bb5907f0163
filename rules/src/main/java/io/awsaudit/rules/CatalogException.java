package io.awsaudit.rules;

import java.util.List;

/** Checks, frameworks or cases with mistakes in them; all listed together, each with its file. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<String> problems;

    public CatalogException(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** {@return one line for each mistake} */
    public List<String> problems() {
        return problems;
    }
}
