package io.awsaudit.inventory.transfer;

import io.awsaudit.inventory.Arn;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The settings of a connector, by {@code transfer:DescribeConnector}.
 *
 * @param loggingRole what it acts as where it writes a log; without one it writes none
 * @param as2 how it protects messages; empty where it speaks SFTP
 */
public record ConnectorDescription(Optional<Arn> loggingRole, Optional<As2> as2) {
    /**
     * How a connector protects messages of AS2. What AWS leaves out is not done.
     *
     * @param encryptionAlgorithm such as {@code AES256_CBC}, or {@code NONE}
     * @param signingAlgorithm such as {@code SHA256}, or {@code NONE}
     * @param mdnSigningAlgorithm what receipts are to be signed with; {@code DEFAULT} is what messages are
     * @param mdnResponse whether a receipt is asked for: {@code SYNC} or {@code NONE}
     */
    public record As2(
            String encryptionAlgorithm, String signingAlgorithm, String mdnSigningAlgorithm, String mdnResponse) {
        private static final String NOTHING = "NONE";
        private static final String LIKE_MESSAGES = "DEFAULT";

        /** {@return whether it asks for receipts} */
        public boolean asksForReceipts() {
            return !mdnResponse.equals(NOTHING);
        }

        /** {@return what receipts are to be signed with} */
        public String receiptAlgorithm() {
            return mdnSigningAlgorithm.equals(LIKE_MESSAGES) ? signingAlgorithm : mdnSigningAlgorithm;
        }
    }

    /** Holds where it writes no log. */
    public static final Predicate<ConnectorDescription> WITHOUT_LOGS =
            connector -> connector.loggingRole().isEmpty();

    /** Holds where it speaks SFTP. */
    public static final Predicate<ConnectorDescription> WITHOUT_AS2 =
            connector -> connector.as2().isEmpty();

    /** Holds where it speaks SFTP, or AS2 without asking for receipts. */
    public static final Predicate<ConnectorDescription> WITHOUT_RECEIPTS =
            connector -> connector.as2().filter(As2::asksForReceipts).isEmpty();

    /** How it protects messages, as evidence. */
    public static final Function<ConnectorDescription, Optional<As2>> PROTECTION = ConnectorDescription::as2;

    /** Holds where one of these algorithms encrypts messages. */
    public static Predicate<ConnectorDescription> encryptingWith(List<String> algorithms) {
        return connector -> connector
                .as2()
                .filter(as2 -> algorithms.contains(as2.encryptionAlgorithm()))
                .isPresent();
    }

    /** Holds where one of these algorithms signs messages. */
    public static Predicate<ConnectorDescription> signingWith(List<String> algorithms) {
        return connector -> connector
                .as2()
                .filter(as2 -> algorithms.contains(as2.signingAlgorithm()))
                .isPresent();
    }

    /** Holds where one of these algorithms is to sign receipts. */
    public static Predicate<ConnectorDescription> askingForReceiptsWith(List<String> algorithms) {
        return connector -> connector
                .as2()
                .filter(As2::asksForReceipts)
                .filter(as2 -> algorithms.contains(as2.receiptAlgorithm()))
                .isPresent();
    }
}
