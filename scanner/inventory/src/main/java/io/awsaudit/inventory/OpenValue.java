package io.awsaudit.inventory;

/**
 * A word of AWS's own vocabulary (an enum of its API, an ARN) as AWS spelt it.
 *
 * <p>Implementations are records of this one component, with the values known today as constants, so that a value that
 * AWS adds tomorrow passes through unharmed. In files such a value is a plain string.
 */
public interface OpenValue {
    /** {@return the word exactly as AWS sends it} */
    String value();
}
