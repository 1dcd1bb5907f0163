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
}
