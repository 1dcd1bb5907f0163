package io.awsaudit.localstack.proxy;

import java.util.function.Function;

/** Something that goes wrong with a call; the same fault has each protocol's own form. */
@FunctionalInterface
public interface Fault {
    /**
     * Returns what the caller gets.
     *
     * @param emulator gives the right answer to this call, or to another
     */
    Answer answer(Call call, Function<Call, Answer> emulator);

    /** Returns an error in the form of the call's protocol. */
    static Fault error(int status, String code, String message) {
        return (call, emulator) -> Errors.of(call, status, code, message);
    }
}
