package io.awsaudit.cli;

import java.util.List;

/** Something that the user asked for in a way that cannot be followed; a line each. */
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }

    UsageException(List<String> lines) {
        super(String.join(System.lineSeparator(), lines));
    }
}
