package io.awsaudit.inventory;

/** How one resource bears on another, read from the one that says so. */
public enum Relation {
    ATTACHED_TO,
    CONFIGURED_BY,
    CONTAINS,
    CREATED_FROM,
    DELIVERS_TO,
    ENCRYPTED_BY,
    GRANTS,
    IN,
    LOGS_TO,
    MEMBER_OF,
    NOTIFIES,
    PROTECTED_BY,
    ROUTES_TO,
    RUNS_AS,
    TRUSTS,
    WATCHES;

    /** {@return the relation as files and people read it, such as {@code protected by}} */
    public String words() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
